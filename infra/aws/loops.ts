import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'

/** Whether what a function sends can come back to it through the queues. */
export function isInLoop(name: FunctionName): boolean {
  const seen = new Set<FunctionName>()
  const open = next(name)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === name) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...next(at))
  }
  return false
}

/** The functions triggered by what a function sends. */
function next(name: FunctionName): FunctionName[] {
  const sends: readonly string[] = functions[name].sends
  return (Object.entries(functions) as [FunctionName, Wiring][])
    .filter(([, { on }]) => 'queue' in on && sends.includes(on.queue))
    .map(([each]) => each)
}
