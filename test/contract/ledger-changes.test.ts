import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Change } from '../../shared/domain/ledger/grant.ts'
import { table } from '../../shared/pipeline.ts'
import type { GrantOutcome, GrantRequest, Ledger } from '../../shared/ports/index.ts'
import { type Opened, openTable, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const HOUR = 3_600_000
const LIMIT = 1_000

type Goodwill = Extract<GrantRequest, { basis: 'goodwill' }>

function requestOf(memberId: string, costMinor: number, more: Partial<Goodwill> = {}): Goodwill {
  return {
    key: 'complaint:C1+goodwill',
    memberId,
    actionId: `action for ${memberId}`,
    campaign: 'say-sorry',
    rulebook: 'abc',
    reason: 'service-recovery',
    basis: 'goodwill',
    kind: 'miles',
    amount: costMinor * 20,
    costMinor,
    requestedBy: 'the publisher',
    budget: { id: 'care', currency: 'CNY', limitMinor: LIMIT, asOf: 1 },
    yearlyCap: { year: 2026, limitMinor: 600 },
    now: T,
    ...more,
  }
}

function idOf(outcome: GrantOutcome): string {
  if (outcome.granted) return outcome.grantId
  if (outcome.code === 'awaits-approval') return outcome.grant.grantId
  throw new Error(`not granted: ${outcome.code}`)
}

/** What happens to a grant after it was asked for. */
describe.each(stores)('changes of grants in %s', (_name, open) => {
  let store: Opened
  let ledger: Ledger

  beforeEach(async () => {
    store = await open()
    ledger = store.ledger
  })
  afterEach(() => store.close())

  const book = async () => (await ledger.books()).find((each) => each.book === 'care')!
  const change = (grantId: string, what: Change, now = T + HOUR, memberIds = ['anna']) =>
    ledger.change({ memberIds, grantId, change: what, now })
  const balance = async (account: string) => (await book()).balances.find((each) => each.account === account)
  const reserve = (memberId: string, costMinor: number, more: Partial<Goodwill> = {}) =>
    ledger.grant(
      requestOf(memberId, costMinor, { approval: { aboveMinor: 0, day: '2026-10-01', until: T + 72 * HOUR }, ...more }),
    )

  test('above its threshold it is reserved: the budget and the year are held, nothing is owed yet', async () => {
    const first = await reserve('anna', 500)
    expect(first).toMatchObject({ granted: false, code: 'awaits-approval', grant: { state: 'pending' } })
    expect(await reserve('anna', 500, { now: T + HOUR })).toEqual(first)
    expect(await ledger.pending()).toMatchObject([
      { memberId: 'anna', grant: { grantId: idOf(first), costMinor: 500 } },
    ])
    expect(await book()).toMatchObject({ limitMinor: LIMIT, leftMinor: 500, spentMinor: 500 })
    expect(await balance('reserved')).toMatchObject({ amount: 10_000, costMinor: 500 })
    expect(await balance('owed')).toBeUndefined()
    const more = { key: 'another', actionId: 'b' }
    expect(await ledger.grant(requestOf('anna', 101, more))).toMatchObject({ code: 'yearly-cap' })
    expect(await ledger.grant(requestOf('wei', 501))).toMatchObject({ code: 'budget-exhausted' })
  })

  test('a second person approves it, never who asked; once', async () => {
    const id = idOf(await reserve('anna', 500))
    const own = await change(id, { what: 'approved', by: 'the publisher' })
    expect(own).toMatchObject({ changed: false, code: 'own-request' })
    const approved = { what: 'approved', by: 'li', why: 'she has been with us for years' } as const
    expect(await change(id, approved)).toMatchObject({ changed: true, again: false, grant: { state: 'granted' } })
    expect(await change(id, approved)).toMatchObject({ changed: true, again: true })
    expect(await change(id, { what: 'refused', by: 'li' })).toMatchObject({ changed: false, code: 'not-pending' })
    expect(await reserve('anna', 500)).toMatchObject({ granted: true, again: true })
    expect(await ledger.pending()).toEqual([])
    expect(await balance('reserved')).toBeUndefined()
    expect(await balance('owed')).toMatchObject({ amount: 10_000, costMinor: 500 })
    const entries = await ledger.entries(['anna'])
    expect(entries.map(({ what, by, why }) => [what, by, why])).toEqual([
      ['reserved', 'the publisher', 'service-recovery'],
      ['approved', 'li', 'she has been with us for years'],
    ])
  })

  test('refused or lapsed, budget and year have it back, and the cause stays decided', async () => {
    const refused = idOf(await reserve('anna', 500))
    expect(await change(refused, { what: 'refused', by: 'li', why: 'no' })).toMatchObject({ changed: true })
    expect(await reserve('anna', 500)).toMatchObject({ granted: false, code: 'approval-refused' })
    expect(await ledger.grant(requestOf('anna', 1, { actionId: 'b' }))).toMatchObject({ code: 'already-compensated' })

    const lapsed = idOf(await reserve('anna', 600, { key: 'another', actionId: 'c' }))
    expect(await change(lapsed, { what: 'lapsed' })).toMatchObject({ changed: false, code: 'not-lapsed' })
    const late = T + 72 * HOUR
    expect(await change(lapsed, { what: 'approved', by: 'li' }, late)).toMatchObject({ changed: false, code: 'lapsed' })
    expect(await change(lapsed, { what: 'lapsed' }, late)).toMatchObject({ changed: true, grant: { state: 'lapsed' } })
    expect(await book()).toMatchObject({ leftMinor: LIMIT, spentMinor: 0, balances: [] })
    const whole = { budget: { id: 'care', currency: 'CNY', limitMinor: LIMIT, asOf: 1 }, yearlyCap: undefined }
    expect(await ledger.grant(requestOf('wei', LIMIT, whole))).toMatchObject({ granted: true })
  })

  test('of approval and refusal at once one holds', async () => {
    const id = idOf(await reserve('anna', 500))
    const asked = [
      change(id, { what: 'approved', by: 'li' }),
      change(id, { what: 'refused', by: 'wang' }),
      change(id, { what: 'approved', by: 'zhao' }),
    ]
    const outcomes = await Promise.all(asked)
    const made = outcomes.filter((outcome) => outcome.changed && !outcome.again)
    expect(made).toHaveLength(1)
    expect(await ledger.entries(['anna'])).toHaveLength(2)
    const refused = !outcomes[0]!.changed && !outcomes[2]!.changed
    expect((await book()).spentMinor).toBe(refused ? 0 : 500)
  })

  test('a reversal gives back what it cost, once; its cause is not paid again', async () => {
    const id = idOf(await ledger.grant(requestOf('anna', 400)))
    const reversal = { what: 'reversed', by: 'li', why: 'wrong member', release: true } as const
    expect(await change(id, reversal)).toMatchObject({ changed: true, grant: { state: 'reversed', owed: 0 } })
    expect(await change(id, reversal)).toMatchObject({ changed: false, code: 'already-reversed' })
    expect(await book()).toMatchObject({ leftMinor: LIMIT, spentMinor: 0, balances: [] })
    expect(await ledger.grant(requestOf('anna', 400))).toMatchObject({ granted: false, code: 'reversed' })
    const other = requestOf('anna', 600, { key: 'another', actionId: 'b' })
    expect(await ledger.grant(other)).toMatchObject({ granted: true })
  })

  test('a reversal that keeps the budget as it is does not give back', async () => {
    const id = idOf(await ledger.grant(requestOf('anna', 400)))
    await change(id, { what: 'reversed', by: 'li', why: 'fraud', release: false })
    expect(await book()).toMatchObject({ leftMinor: 600, spentMinor: 400 })
    expect(await balance('kept')).toMatchObject({ costMinor: 400 })
  })

  test('what is given back to a budget that was lowered below what is spent is nobody’s', async () => {
    const id = idOf(await ledger.grant(requestOf('anna', 600)))
    const lowered = { budget: { id: 'care', currency: 'CNY', limitMinor: 500, asOf: 2 } }
    expect(await ledger.grant(requestOf('wei', 1, lowered))).toMatchObject({ code: 'budget-exhausted' })
    await ledger.grant(requestOf('li', 0, lowered))
    await change(id, { what: 'reversed', by: 'li', why: 'wrong', release: true })
    expect(await ledger.grant(requestOf('zhao', 501, lowered))).toMatchObject({ code: 'budget-exhausted' })
    expect(await ledger.grant(requestOf('zhao', 500, lowered))).toMatchObject({ granted: true })
    expect(await ledger.grant(requestOf('wang', 1, lowered))).toMatchObject({ code: 'budget-exhausted' })
  })

  test('what is redeemed or expires is owed no more, to the last unit of its worth; a report counts once', async () => {
    const id = idOf(await ledger.grant(requestOf('anna', 100, { amount: 3_000 })))
    const redeem = (key: string, amount?: number): Change => {
      return { what: 'redeemed', by: 'loyalty', key, ...(amount !== undefined && { amount }) }
    }
    expect(await change(id, redeem('r1', 1_000))).toMatchObject({ changed: true, entry: { costMinor: 33 } })
    expect(await change(id, redeem('r1', 1_000))).toMatchObject({ changed: true, again: true })
    expect(await change(id, redeem('r2', 2_001))).toMatchObject({ changed: false, code: 'more-than-owed' })
    expect(await change(id, redeem('r3', 1_000))).toMatchObject({ changed: true, grant: { owed: 1_000 } })
    expect(await change(id, { what: 'expired', by: 'loyalty', key: 'e1' })).toMatchObject({ grant: { owed: 0 } })
    const sums = (await book()).balances.map(({ account, amount, costMinor }) => [account, amount, costMinor])
    expect(sums).toEqual([
      ['expired', 1_000, 33],
      ['redeemed', 2_000, 67],
    ])
    const reversal = { what: 'reversed', by: 'li', why: 'late', release: true } as const
    expect(await change(id, reversal)).toMatchObject({ changed: false, code: 'more-than-owed' })
    expect((await book()).spentMinor).toBe(100)
  })

  test('a grant of a card that was merged can be taken back, and the year of the person has it again', async () => {
    const yearlyCap = { year: 2026, limitMinor: 60 }
    const own = idOf(await ledger.grant(requestOf('card', 50, { yearlyCap })))
    expect(await store.cards.join({ card: 'card', into: 'anna' })).toBe('joined')
    const more = requestOf('anna', 50, { yearlyCap, key: 'another cause' })
    expect(await ledger.grant(more)).toMatchObject({ code: 'yearly-cap' })
    const reversal = { what: 'reversed', by: 'li', why: 'x', release: true } as const
    expect(await change(own, reversal, T, ['anna'])).toMatchObject({ code: 'no-such-grant' })
    expect(await change(own, reversal, T, ['anna', 'card'])).toMatchObject({ changed: true })
    expect(await ledger.grant(more)).toMatchObject({ granted: true })
  })

  test('what people wrote, and what a card can be found from, goes with the person: amounts and causes stay', async () => {
    const written = { campaign: 'by hand', reason: 'words on Mei', entry: 'survey-of-anna' }
    const asked = [
      requestOf('anna', 50, { ...written, approval: { aboveMinor: 0, day: '2026-10-01', until: T + 2 * HOUR } }),
      requestOf('anna', 10, { key: 'second', actionId: 'hand-2', ...written }),
      requestOf('anna', 20, { key: 'third', actionId: 'third of anna' }),
      requestOf('anna', 30, {
        key: 'fourth',
        actionId: 'fourth of anna',
        ...written,
        approval: { aboveMinor: 0, day: '2026-10-01', until: T + 2 * HOUR },
      }),
    ]
    const ids: string[] = []
    for (const each of asked) ids.push(idOf(await ledger.grant(each)))
    await change(ids[0]!, { what: 'approved', by: 'li', why: 'words of Li on Mei' })
    await change(ids[1]!, { what: 'reversed', by: 'li', why: 'more words on Mei', release: true })
    const before = { entries: await ledger.entries(['anna']), grants: await ledger.grants(['anna']) }
    expect(before.entries.map(({ why }) => why).toSorted()).toEqual([
      'more words on Mei',
      'service-recovery',
      'words of Li on Mei',
      'words on Mei',
      'words on Mei',
      'words on Mei',
    ])
    expect(before.grants.find(({ grantId }) => grantId === ids[0])).toMatchObject({
      reason: 'words on Mei',
      settled: { why: 'words of Li on Mei' },
    })
    expect((await ledger.pending()).map(({ grant }) => grant.reason)).toEqual(['words on Mei'])

    await ledger.forget(['anna', 'another'])
    const after = { entries: await ledger.entries(['anna']), grants: await ledger.grants(['anna']) }
    expect(JSON.stringify([after, await ledger.pending().then((all) => all.map(({ grant }) => grant))])).not.toMatch(
      /Mei|of anna|survey|action for|hand-2/,
    )
    const sums = (all: typeof before) =>
      all.entries.map(({ amount, costMinor, key, what, by }) => [amount, costMinor, key, what, by])
    expect(sums(after)).toEqual(sums(before))
    expect(after.grants.map(({ state, owed }) => [state, owed])).toEqual(
      before.grants.map(({ state, owed }) => [state, owed]),
    )
    expect(after.grants.find(({ grantId }) => grantId === ids[2])).toMatchObject({ reason: 'service-recovery' })
    // The cause stays paid, and the grant can still be settled.
    expect(await ledger.grant(asked[2]!)).toMatchObject({ code: 'already-compensated' })
    expect(await change(ids[0]!, { what: 'redeemed', by: 'loy', key: 'R1' })).toMatchObject({ changed: true })
    expect(await change(ids[3]!, { what: 'lapsed' }, T + 3 * HOUR)).toMatchObject({ changed: true })
  })

  test('the journal has every entry once, and its sums are what the books say', async () => {
    const asked = Array.from({ length: 30 }, (_, i) => ledger.grant(requestOf(`m${i}`, 10)))
    const ids = (await Promise.all(asked)).map(idOf)
    const reversal = { what: 'reversed', by: 'li', why: 'x', release: true } as const
    await Promise.all(ids.slice(0, 10).map((id, i) => change(id, reversal, T + HOUR, [`m${i}`])))
    const entries = (await Array.fromAsync(ledger.journal())).flat()
    expect(entries).toHaveLength(40)
    expect(new Set(entries.map(({ grantId, name }) => `${grantId} ${name}`)).size).toBe(40)
    expect(await book()).toMatchObject({ spentMinor: 200, leftMinor: LIMIT - 200 })
    const { person, key } = entries[0]!
    expect(
      await ledger.standing([
        { person, key },
        { person: 'nobody', key },
      ]),
    ).toEqual([expect.objectContaining({ person, key }), undefined])
    const years = [{ person, year: 2026, book: 'care' }]
    expect(await ledger.years(years)).toEqual([
      (await ledger.standing([{ person, key }]))[0]!.state === 'reversed' ? 0 : 10,
    ])
  })
})

test('in the table nothing of it is left, and the journal never had it', async () => {
  const { ledger, clients, close } = await openTable()
  const stored = async (begins = '') => {
    const { Items = [] } = await clients.dynamo.send(new ScanCommand({ TableName: table.name }))
    return JSON.stringify(Items.filter(({ pk }) => pk!.S!.startsWith(begins)))
  }
  const personal = /on Mei|anna/
  const request = requestOf('anna', 50, { campaign: 'by hand', reason: 'words on Mei', entry: 'survey-of-anna' })
  const grantId = idOf(await ledger.grant(request))
  const reversal = { what: 'reversed', by: 'li', why: 'more words on Mei', release: true } as const
  await ledger.change({ memberIds: ['anna'], grantId, change: reversal, now: T })
  expect(await stored()).toMatch(personal)
  expect(await stored('J#')).not.toMatch(personal)
  await ledger.forget(['anna'])
  expect(await stored()).not.toMatch(personal)
  await close()
})
