import { ACTION_KINDS, type ActionKind } from '../../actions/kinds.ts'
import { stepFormOf } from '../../actions/steps.ts'
import { isMapping } from '../../cursor.ts'
import { plainWords } from './plain.ts'
import { conditionWords } from './words.ts'

type Mapping = Record<string, unknown>

/** Steps, one line each; those of a branch say so. */
export function stepLines(steps: unknown, branch = ''): string[] {
  if (!Array.isArray(steps)) return []
  return steps.flatMap((step: Mapping) => {
    const [kind, value] = Object.entries(step).find(([key]) => !BESIDE.includes(key)) ?? ['', '']
    if (kind === 'split') {
      const arms = Array.isArray(step.arms) ? (step.arms as Mapping[]) : []
      const rest = arms.filter(({ share }) => share === undefined).length > 1 ? 'an equal part of the rest' : 'the rest'
      return [
        `${branch}split ${value}: ${arms.map(({ arm, share = rest }) => `${arm} ${share}`).join(', ')}`,
        ...arms.flatMap(({ arm, steps: own }) => stepLines(own, `${branch}${inArm(value, arm)}`)),
      ]
    }
    if (kind !== 'if') {
      return [
        `${branch}${stepWords(kind, value, step.reason)}${step.name === undefined ? '' : `, named ${step.name}`}`,
        ...stepLines(step.ifRefused, `${branch}${IF_REFUSED}`),
      ]
    }
    return [
      `${branch}if ${conditionWords(value)}`,
      ...stepLines(step.then, `${branch}${IF_SO}`),
      ...stepLines(step.else, `${branch}${OTHERWISE}`),
    ]
  })
}

/** What stands beside the key that says what kind of step it is. */
const BESIDE = ['name', 'then', 'else', 'arms', 'ifRefused', 'reason']

const IF_SO = 'if so: '
const OTHERWISE = 'otherwise: '
const IF_REFUSED = 'if refused: '
const inArm = (split: unknown, arm: unknown) => `in ${split} ${arm}: `

/** The kind of step that a line is of, in whatever branch. */
export function kindOfStep(line: string): string {
  return line
    .replaceAll(IF_SO, '')
    .replaceAll(OTHERWISE, '')
    .replaceAll(IF_REFUSED, '')
    .replaceAll(/in [a-z0-9-]+ [a-z0-9-]+: /g, '')
    .split(' ', 1)[0]!
}

function stepWords(kind: string, value: unknown, reason: unknown): string {
  if (isActionKind(kind)) return stepFormOf(kind).line(value, reason)
  if (isMapping(value) && 'atMost' in value) return `wait for ${value.for}, ${value.atMost} at most`
  return `${kind} ${plainWords(value)}`
}

function isActionKind(kind: string): kind is ActionKind {
  return (ACTION_KINDS as readonly string[]).includes(kind)
}
