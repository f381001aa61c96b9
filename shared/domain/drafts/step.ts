import { samePerson } from '../person.ts'
import { type Draft, type DraftLine, type DraftState, type DraftStep, EDITORS_AT_MOST, FILES_AT_MOST } from './draft.ts'

/** Why a step cannot be taken. */
export type StepFault =
  | 'locked'
  | 'done'
  | 'not-checked'
  | 'not-in-review'
  | 'not-approved'
  | 'not-scheduled'
  | 'not-live'
  | 'nothing-changed'
  | 'own-draft'
  | 'too-many-files'
  | 'too-many-editors'

export type Stepped = { ok: true; draft: Draft; line: DraftLine } | { ok: false; fault: StepFault }

type Made = Omit<Draft, 'version'> | StepFault
type Take<S extends DraftStep['step']> = (
  draft: Draft,
  step: Extract<DraftStep, { step: S }>,
  who: { by: string; at: number },
) => Made

/** From which states each step is taken, and what is answered in any other. */
const FROM = {
  save: [['open', 'checked', 'approved', 'scheduled'], 'locked'],
  rename: [['open', 'checked', 'inReview', 'approved', 'scheduled'], 'done'],
  check: [['open', 'checked'], 'locked'],
  ask: [['checked'], 'not-checked'],
  withdraw: [['inReview', 'approved', 'scheduled'], 'not-in-review'],
  approve: [['inReview'], 'not-in-review'],
  refuse: [['inReview'], 'not-in-review'],
  schedule: [['approved', 'scheduled'], 'not-approved'],
  unschedule: [['scheduled'], 'not-scheduled'],
  miss: [['scheduled'], 'not-scheduled'],
  publish: [['approved', 'scheduled'], 'not-approved'],
  rollBack: [['live'], 'not-live'],
  discard: [['open', 'checked', 'inReview', 'approved', 'scheduled'], 'done'],
} as const satisfies Record<DraftStep['step'], readonly [readonly DraftState[], StepFault]>

/** A draft after a step, and the line that says who did it; or why it cannot be taken. */
export function takeStep(draft: Draft, step: DraftStep, who: { by: string; at: number }): Stepped {
  const [states, otherwise] = FROM[step.step] as readonly [readonly DraftState[], StepFault]
  if (!states.includes(draft.state)) return { ok: false, fault: isOver(draft) ? 'done' : otherwise }
  const take = TAKE[step.step] as Take<DraftStep['step']>
  const made = take(draft, step, who)
  if (typeof made === 'string') return { ok: false, fault: made }
  const version = draft.version + 1
  return { ok: true, draft: { ...made, version }, line: lineOf(step, version, who) }
}

function isOver({ state }: Draft): boolean {
  return state === 'rolledBack' || state === 'discarded'
}

const TAKE: { [S in DraftStep['step']]: Take<S> } = {
  /** Any change takes back what was found and agreed to before. */
  save(draft, { path, text, base }, { by, at }) {
    const { [path]: _before, ...others } = draft.files
    const files = text === base ? others : { ...others, [path]: { text, base, at, by } }
    if (Object.keys(files).length > FILES_AT_MOST) return 'too-many-files'
    const editors = withPerson(draft.editors, by)
    if (editors.length > EDITORS_AT_MOST) return 'too-many-editors'
    return { ...reopened(draft), files, editors }
  },
  rename: (draft, { name }) => ({ ...draft, name }),
  check(draft, { checked }) {
    if (Object.keys(draft.files).length === 0) return 'nothing-changed'
    return { ...draft, state: 'checked', checked }
  },
  ask: (draft, { comment }, { by, at }) => ({
    ...draft,
    state: 'inReview',
    review: { at, by, ...(comment && { comment }) },
  }),
  withdraw: (draft) => reopened(draft),
  approve(draft, { comment }, { by, at }) {
    const own = [...draft.editors, draft.review!.by].some((each) => samePerson(each, by))
    if (own) return 'own-draft'
    const approval = { at, by, loosens: draft.checked!.loosens, ...(comment && { comment }) }
    return { ...draft, state: 'approved', approval }
  },
  refuse: (draft) => reopened(draft),
  schedule: ({ missed: _, ...draft }, { goesLiveAt }, { by }) => ({
    ...draft,
    state: 'scheduled',
    schedule: { at: goesLiveAt, by },
  }),
  unschedule: ({ schedule: _, ...draft }) => ({ ...draft, state: 'approved' }),
  /** It was to go live by itself, and could not: a person has to look. */
  miss: ({ schedule: _, ...draft }, { comment }, { at }) => ({
    ...draft,
    state: 'approved',
    missed: { at, why: comment },
  }),
  publish: ({ missed: _, ...draft }, { rulebook }, { by, at }) => ({
    ...draft,
    state: 'live',
    published: { rulebook, at, by },
  }),
  rollBack: (draft) => ({ ...draft, state: 'rolledBack' }),
  discard: (draft) => ({ ...reopened(draft), state: 'discarded' }),
}

function reopened({ checked, review, approval, schedule, missed, ...draft }: Draft): Omit<Draft, 'version'> {
  return { ...draft, state: 'open' }
}

function withPerson(people: readonly string[], by: string): readonly string[] {
  return people.some((each) => samePerson(each, by)) ? people : [...people, by]
}

function lineOf(step: DraftStep, version: number, { by, at }: { by: string; at: number }): DraftLine {
  const { step: did } = step
  const comment = 'comment' in step ? step.comment : step.step === 'rename' ? step.name : undefined
  return {
    version,
    at,
    by,
    did,
    ...(step.step === 'save' && { path: step.path, text: step.text }),
    ...(comment && { comment }),
  }
}
