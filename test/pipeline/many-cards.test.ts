import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackText } from '../../shared/adapters/aws/compression.ts'
import { patient } from '../../shared/adapters/aws/retry.ts'
import { scan } from '../../shared/adapters/aws/table.ts'
import { dynamo } from '../../shared/lambda/table.ts'
import { table } from '../../shared/pipeline.ts'
import { complains, enrols, isErased, leg, merges } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** One person with many cards, through the front door: the bus, the links in mails, the API, the command. */

let wingback: Awaited<ReturnType<typeof openRun>>
const T0 = '2026-10-05T04:00:00Z'

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(smallRulebook)
  await wingback.begin(T0)
})
afterAll(() => wingback.end())

const FLIGHT = 'XW77:PEK-SHA:2026-10-04'
const cards = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i + 1}`)
const named = (card: string) => enrols(card, T0, { givenName: `Name${card}`, familyName: 'Unmistakable' })

async function said(...words: Parameters<typeof wingback.put>[0][]): Promise<void> {
  for (const each of words) {
    await wingback.put(each)
    await wingback.drain()
  }
}

/** Every text in the table; but for rulebooks, which speak of nobody. */
async function stored(): Promise<string> {
  const texts: string[] = []
  for await (const { items } of scan({ client: dynamo(), name: table.name, patience: patient }, {})) {
    for (const item of items.filter(({ pk }) => !pk!.S!.startsWith('R#')))
      for (const value of [...Object.values(item), ...Object.values(item.texts?.M ?? {})])
        if (value.S ?? value.B) texts.push(unpackText(value))
  }
  return texts.join('\n')
}

const hand = (memberId: string, reason: string, leg: string) =>
  wingback.call<{ grant: { grantId: string } }>('POST', '/v1/ledger/grants', {
    memberId,
    cash: '250 EUR',
    basis: 'statutory',
    reason,
    by: 'an agent',
    flight: leg,
    unknownFlight: true,
  })

describe('a chain of seven cards', () => {
  const chain = cards('H', 7)
  const last = chain.at(-1)!

  test('is one person: an unsubscription by the link in the oldest card’s mail is theirs', async () => {
    await said([named('H1')], [complains('H1', T0, 'CMP-H1', { flight: leg('2026-10-04T01:00:00Z') })])
    const mail = (await wingback.mails()).find(({ destination }) => destination.to[0] === 'h1@example.com')!
    const link = mail.headers.find(({ name }) => name === 'List-Unsubscribe')!.value.slice(1, -1)
    for (const [i, card] of chain.slice(1).entries()) {
      await said([named(card)])
      if (card === 'H3') await hand('H3', 'words on Unmistakable', FLIGHT)
      await said([merges(chain[i]!, T0, card)])
    }
    expect((await wingback.member(last)).facts).toMatchObject({ consent: { email: true }, aliases: chain.slice(0, -1) })
    const page = await fetch(link, { method: 'POST' })
    expect(page.status).toBe(200)
    await wingback.drain()
    expect((await wingback.member(last)).facts).toMatchObject({ consent: { email: false } })
    expect((await wingback.member('H1')).mergedInto).toBe(last)
  })

  test('was granted what any of the cards was, and a second time nothing', async () => {
    await expect(hand(last, 'once more', FLIGHT)).rejects.toThrow('already-compensated')
    await expect(wingback.command('ledger', 'entries', 'H1')).resolves.toContain('XW77')
  })

  test('is shown whole by whichever card, and erased whole by the oldest one', async () => {
    const exported = JSON.parse(await wingback.command('member', 'H2', '--export'))
    expect(exported.memberId).toBe(last)
    expect(exported.cards.map(({ memberId }: { memberId: string }) => memberId).toSorted()).toEqual(chain)
    expect(JSON.stringify(exported)).toMatch(/words on Unmistakable/)
    await said([isErased('H1', T0)])
    // The ledger keeps the names of what was paid for, once for ever; nothing else knows the complaint.
    expect((await stored()).match(/Unmistakable|NameH|h\d@example\.com|(?<!complaint:)CMP-H1/g)).toBeNull()
    for (const card of chain) expect(await wingback.member(card)).toMatchObject({ erased: true, timeline: [] })
    expect((await wingback.status()).events.setAside).toBe(0)
  })
})

describe('a circle of three cards', () => {
  test('is not closed: the last word is set aside with what is wrong, and the person can be shown and erased', async () => {
    await said(cards('C', 3).map(named), [merges('C1', T0, 'C2'), merges('C2', T0, 'C3'), merges('C3', T0, 'C1')])
    const aside = await wingback.setAsides()
    expect(aside.map(({ fault }) => fault.code)).toEqual(['merged-in-a-circle'])
    const exported = JSON.parse(await wingback.command('member', 'C1', '--export'))
    expect(exported.cards.map(({ memberId }: { memberId: string }) => memberId).toSorted()).toEqual(cards('C', 3))
    await said([isErased('C2', T0)])
    expect((await stored()).match(/NameC\d|c\d@example\.com/g)).toBeNull()
  })
})

describe('a person of thirteen cards', () => {
  test('loses none of them: what the last one was paid is known, and an erasure leaves nothing', async () => {
    const others = cards('K', 12)
    await said(
      [named('K0'), ...others.map(named)],
      others.map((card) => complains(card, T0, `CMP-${card}`)),
    )
    await hand('K12', 'EU261', 'XW78:PEK-SHA:2026-10-04')
    await said(others.map((card) => merges(card, T0, 'K0')))
    expect((await wingback.member('K0')).facts.aliases).toHaveLength(12)
    await expect(hand('K0', 'EU261', 'XW78:PEK-SHA:2026-10-04')).rejects.toThrow('already-compensated')
    expect(await wingback.call('POST', '/v1/ledger/reconcile', {})).toMatchObject({ duplicates: 0, differences: 0 })
    await said([isErased('K0', T0)])
    // A complaint's number in the airline's own system is what was paid: it stays.
    expect((await stored()).match(/NameK\d|k\d+@example\.com/g)).toBeNull()
  })
})

test('nothing was an error on the way', () => {
  expect(wingback.errors).toEqual([])
})
