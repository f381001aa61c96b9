import { ACTION_KINDS, definitionOf } from '../../actions/index.ts'
import type { ActionKind } from '../../actions/kinds.ts'
import { isMapping } from '../../cursor.ts'
import { plainWords } from './plain.ts'
import { conditionWords, type Say } from './words.ts'

type Mapping = Record<string, unknown>

/** Steps, one line each; those of a branch say so. */
export function stepLines(steps: unknown, say: Say, branch = ''): string[] {
  const words = say.step
  if (!Array.isArray(steps)) return []
  return steps.flatMap((step: Mapping) => {
    const [kind, value] = Object.entries(step).find(([key]) => !BESIDE.includes(key)) ?? ['', '']
    if (kind === 'split') {
      const arms = Array.isArray(step.arms) ? (step.arms as Mapping[]) : []
      const rest = arms.filter(({ share }) => share === undefined).length > 1 ? words.equalPart : words.rest
      return [
        `${branch}${words.split(String(value), arms.map(({ arm, share = rest }) => `${arm} ${share}`).join(say.rule.comma))}`,
        ...arms.flatMap(({ arm, steps: own }) =>
          stepLines(own, say, `${branch}${words.inArm(String(value), String(arm))}`),
        ),
      ]
    }
    if (kind !== 'if') {
      return [
        `${branch}${stepWords(kind, value, step.reason, say)}${step.name === undefined ? '' : words.named(String(step.name))}`,
        ...stepLines(step.ifRefused, say, `${branch}${words.ifRefused}`),
      ]
    }
    return [
      `${branch}${words.if(conditionWords(value, say))}`,
      ...stepLines(step.then, say, `${branch}${words.ifSo}`),
      ...stepLines(step.else, say, `${branch}${words.otherwise}`),
    ]
  })
}

/** Keys beside the one that says what kind of step it is. */
const BESIDE = ['name', 'then', 'else', 'arms', 'ifRefused', 'reason']

/** The kind of step that a line describes, in any branch. */
export function kindOfStep(line: string, { step }: Say): string {
  const inArm = new RegExp(step.inArm('[a-z0-9-]+', '[a-z0-9-]+'), 'g')
  return line
    .replaceAll(step.ifSo, '')
    .replaceAll(step.otherwise, '')
    .replaceAll(step.ifRefused, '')
    .replaceAll(inArm, '')
    .split(' ', 1)[0]!
}

export function stepWords(kind: string, value: unknown, reason: unknown, say: Say): string {
  if (isActionKind(kind)) return definitionOf(kind).form.line(value, reason, say)
  if (isMapping(value) && 'atMost' in value) return say.step.waitFor(String(value.for), String(value.atMost))
  return say.step.other(kind, plainWords(value))
}

function isActionKind(kind: string): kind is ActionKind {
  return (ACTION_KINDS as readonly string[]).includes(kind)
}
