import type { Instruction } from './rulebook.ts'

type Program = readonly Instruction[]

/** Where a journey stands before its first step, and after its last. */
export const BEGIN = 'begin'
export const END = 'end'

/**
 * The step that a place in a program belongs to, by the number that `journeyGraph` gives it: both go through the steps in the order
 * in which they are written. A jump is no step: it belongs to where it leads.
 */
export function stepAt(program: Program, pc: number): string {
  const at = program[pc]
  if (at?.op === 'jump') return stepAt(program, at.to)
  return at === undefined || at.op === 'end' ? END : String(numbersOf(program)[pc])
}

/** The step of an action, by the id that its receipts name. */
export function stepOfAction(program: Program, step: string | undefined): string | undefined {
  const pc = program.findIndex((each) => each.op === 'action' && each.step === step)
  return pc < 0 ? undefined : stepAt(program, pc)
}

/** By which way a journey went on from a place; undefined where it was at no step. */
export function wayFrom(program: Program, from: number, to: number): string | undefined {
  const at = program[from]
  if (at === undefined || at.op === 'jump' || at.op === 'end') return undefined
  const step = stepAt(program, from)
  if (at.op === 'branch') return wayOf(step, to === from + 1 ? 'then' : 'else')
  if (at.op === 'split') return wayOf(step, at.arms.find((arm) => arm.to === to)?.arm ?? 'on')
  return wayOf(step, at.op === 'action' && to !== from + 1 ? 'refused' : 'on')
}

/** The name of a way on from a step. */
export function wayOf(step: string, how: string): string {
  return `${step}.${how}`
}

const numbers = new WeakMap<Program, number[]>()

function numbersOf(program: Program): number[] {
  const known = numbers.get(program)
  if (known) return known
  let steps = 0
  const made = program.map(({ op }) => (op === 'jump' || op === 'end' ? steps : ++steps))
  numbers.set(program, made)
  return made
}
