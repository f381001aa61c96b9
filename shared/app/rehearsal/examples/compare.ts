import type { Done, ExpectedWords } from '../../../domain/actions/definition.ts'
import { definitionOf } from '../../../domain/actions/index.ts'
import type { ActionKind, ActionSpec } from '../../../domain/actions/kinds.ts'
import { textsIn } from '../../../domain/texts/index.ts'
import type { Example, Expectation, Happening } from './example.ts'

/** What was expected and did not happen, or happened and was not expected. */
export type Difference = { missing: ExpectedWords; line: number } | { unexpected: Happening }

const DONE = new Set<Happening['outcome']>(['sent', 'granted', 'issued', 'opened'])
/** What an example must name where it happens. What else happens on the way it may name. */
const TO_BE_NAMED = new Set<Happening['outcome']>([...DONE, 'skipped', 'refused', 'failed', 'heldOut', 'unknown'])

/** Compares in order. Expecting `nothing`, only what was done is a difference, whatever kept the rest from it. */
export function compareExpected(expected: Example['expect'], happened: readonly Happening[]): Difference[] {
  if (expected === 'nothing') {
    return happened.filter(({ outcome }) => DONE.has(outcome)).map((unexpected) => ({ unexpected }))
  }
  return align(expected, happened).filter((difference) => {
    return 'missing' in difference || TO_BE_NAMED.has(difference.unexpected.outcome)
  })
}

/** The fewest differences, in order: what is left beside a longest common subsequence. */
function align(expected: readonly Expectation[], happened: readonly Happening[]): Difference[] {
  const common: number[][] = Array.from({ length: expected.length + 1 }, () => Array(happened.length + 1).fill(0))
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = happened.length - 1; j >= 0; j--) {
      common[i]![j] = expected[i]!.isMet(happened[j]!)
        ? common[i + 1]![j + 1]! + 1
        : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
    }
  }
  const differences: Difference[] = []
  let [i, j] = [0, 0]
  while (i < expected.length || j < happened.length) {
    const [expectation, happening] = [expected[i], happened[j]]
    if (expectation && happening && expectation.isMet(happening)) {
      i++
      j++
    } else if (expectation && (!happening || common[i + 1]![j]! >= common[i]![j + 1]!)) {
      differences.push({ missing: expectation.words, line: expectation.line })
      i++
    } else {
      differences.push({ unexpected: happening! })
      j++
    }
  }
  return differences
}

/** What happened in English, as expectations are worded. */
export function happeningWords({ action, ...happening }: Happening): string {
  const { outcome, gate, arm } = happening
  const { expected } = textsIn('en').outputs.examples
  if (action && DONE.has(outcome)) return doneWords({ ...happening, action })(expected)
  const what = action ? words(action) : ''
  switch (outcome) {
    case 'skipped':
    case 'held':
      return expected.stopped(what, outcome, gate ?? '')
    case 'heldOut':
      return expected.fate.heldOut(what)
    case 'waiting':
      return expected.fate.waiting(what)
    case 'notEntered':
      return expected.notEntered(gate ?? '')
    case 'split':
      return expected.arm(arm ?? '')
    case 'goal':
      return expected.goal
    default:
      return [what, outcome].filter(Boolean).join(' ')
  }
}

function doneWords<K extends ActionKind>(done: Done<K>): ExpectedWords {
  return definitionOf(done.action.kind as K).example.words(done)
}

function words(action: ActionSpec): string {
  return 'template' in action ? `${action.kind} ${action.template}` : action.kind
}
