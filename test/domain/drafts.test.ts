import { describe, expect, test } from 'vitest'
import { DRAFT_STATES, type Draft, type DraftStep } from '../../shared/domain/drafts/draft.ts'
import { behind, isRulebookPath, laidOver, nameOfText } from '../../shared/domain/drafts/files.ts'
import { takeStep } from '../../shared/domain/drafts/step.ts'

const T = Date.UTC(2026, 9, 1)
const fresh: Draft = {
  ...{ id: 'a', name: 'Autumn', version: 1, state: 'open', createdAt: T, createdBy: 'li' },
  ...{ files: {}, editors: [] },
}
const save = (path = 'campaigns/a.yaml', text: string | null = 'one', base: string | null = null): DraftStep => ({
  ...{ step: 'save', path, text, base },
})
const checked: DraftStep = { step: 'check', checked: { rulebook: 'r2', live: 'r1', loosens: ['looser'], at: T } }
const ask: DraftStep = { step: 'ask' }
const approve: DraftStep = { step: 'approve' }

/** Steps one after another, each `[who, step]`. Gives the draft, or why a step was not taken. */
function having(steps: readonly (readonly [string, DraftStep])[], start = fresh): Draft | string {
  let draft = start
  for (const [by, step] of steps) {
    const taken = takeStep(draft, step, { by, at: T })
    if (!taken.ok) return taken.fault
    draft = taken.draft
  }
  return draft
}

const toReview = [
  ['li', save()],
  ['li', checked],
  ['li', ask],
] as const
const toApproved = [...toReview, ['chen', approve]] as const

describe('a draft', () => {
  test('goes from hand to hand, and each version says who', () => {
    const live = having([...toApproved, ['li', { step: 'publish', rulebook: 'r2' }]]) as Draft
    expect(live).toMatchObject({
      state: 'live',
      version: 6,
      editors: ['li'],
      approval: { by: 'chen', loosens: ['looser'] },
    })
    expect(having([['li', { step: 'rollBack' }]], live)).toMatchObject({ state: 'rolledBack' })
  })

  test.each(['li', 'LI ', 'arn:aws:sts::1:assumed-role/Any/li'])('is not approved by who edited it: %s', (by) => {
    expect(having([...toReview, [by, approve]])).toBe('own-draft')
  })

  test('is not approved by who asked for the review, either', () => {
    expect(
      having([
        ['li', save()],
        ['li', checked],
        ['wang', ask],
        ['wang', approve],
      ]),
    ).toBe('own-draft')
  })

  test('is locked while it is looked at', () => {
    expect(having([...toReview, ['li', save()]])).toBe('locked')
    expect(having([...toReview, ['li', { step: 'withdraw' }], ['li', save()]])).toMatchObject({ state: 'open' })
  })

  test.each<[string, readonly (readonly [string, DraftStep])[]]>([
    ['approved', toApproved],
    ['scheduled', [...toApproved, ['li', { step: 'schedule', goesLiveAt: T + 1 }]]],
    [
      'checked',
      [
        ['li', save()],
        ['li', checked],
      ],
    ],
  ])('that is %s is open again by any change, and what was agreed to is gone', (_name, steps) => {
    const changed = having([...steps, ['wang', save('campaigns/b.yaml')]]) as Draft
    expect(changed).toMatchObject({ state: 'open', editors: ['li', 'wang'] })
    for (const gone of ['checked', 'review', 'approval', 'schedule']) expect(changed).not.toHaveProperty(gone)
    expect(having([['li', { step: 'publish', rulebook: 'r2' }]], changed)).toBe('not-approved')
  })

  test('whose last change is taken back changes nothing, and is not checked', () => {
    expect(
      having([
        ['li', save('wingback.yaml', 'two', 'one')],
        ['li', save('wingback.yaml', 'one', 'one')],
      ]),
    ).toMatchObject({
      files: {},
    })
    expect(having([['li', checked]])).toBe('nothing-changed')
  })

  test('that is done is done', () => {
    const gone = having([
      ['li', save()],
      ['li', { step: 'discard' }],
    ]) as Draft
    for (const step of [save(), checked, ask, approve, { step: 'discard' }] as DraftStep[])
      expect(having([['li', step]], gone)).toBe('done')
  })

  /** By hand, from what each state is for: whatever else leads to live would be a second way there. */
  test('is made live from approved and scheduled alone', () => {
    const from = DRAFT_STATES.filter(
      (state) => takeStep({ ...fresh, state }, { step: 'publish', rulebook: 'r' }, { by: 'li', at: T }).ok,
    )
    expect(from).toEqual(['approved', 'scheduled'])
  })
})

describe('the files of a draft', () => {
  const published = { 'wingback.yaml': 'a', 'campaigns/x.yaml': 'b' }
  const file = (text: string | null, base: string | null) => ({
    text: nameOfText(text),
    base: nameOfText(base),
    at: T,
    by: 'li',
  })

  test('lie over those that are live', () => {
    const files = {
      'campaigns/x.yaml': file('c', 'b'),
      'campaigns/y.yaml': file('d', null),
      'wingback.yaml': file(null, 'a'),
    }
    const texts = new Map(['c', 'd'].map((text) => [nameOfText(text), text]))
    expect(laidOver(published, { files }, texts)).toEqual({ 'campaigns/x.yaml': 'c', 'campaigns/y.yaml': 'd' })
  })

  test('are behind where another text is live by now, and only those', () => {
    const files = {
      'campaigns/x.yaml': file('c', 'old'),
      'campaigns/y.yaml': file('d', null),
      'wingback.yaml': file('e', 'a'),
    }
    expect(behind({ files }, published)).toEqual(['campaigns/x.yaml'])
    expect(behind({ files }, { ...published, 'campaigns/y.yaml': 'theirs' })).toHaveLength(2)
  })

  test.each([
    'wingback.yaml',
    'campaigns/a-b.yaml',
    'campaigns/a.examples.yaml',
    'templates/x/zh-CN.mjml',
    'templates/x/en.message.txt',
    'look/foot.en.mjml',
    'audiences/x/y.yaml',
  ])('may be %s', (path) => expect(isRulebookPath(path)).toBe(true))

  test.each([
    '',
    '/etc/passwd',
    '../wingback.yaml',
    'campaigns/../x.yaml',
    'campaigns/.hidden.yaml',
    'notes.yaml',
    'templates/x/en.html',
    'campaigns/x.txt',
    'a'.repeat(300),
  ])('are never %s', (path) => expect(isRulebookPath(path)).toBe(false))
})
