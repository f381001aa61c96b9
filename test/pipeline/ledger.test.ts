import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reconciliation } from '../../shared/app/ledger/reconcile.ts'
import type { Statement } from '../../shared/app/ledger/statement.ts'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import type { PendingGrant } from '../../shared/ports/index.ts'
import { complains, enrols } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Grants that a second person must see, grants by hand, and what is taken back: through the front door. */

let wingback: Awaited<ReturnType<typeof openRun>>
const T0 = '2026-10-05T04:00:00Z'

const rulebook = {
  ...smallRulebook,
  'budgets.yaml': `budgets:
  care: { limit: 1000 CNY, mileValue: 0.05 CNY, perMemberPerYear: 500 CNY, approval: { above: 10 CNY, within: 6h } }`,
}

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(rulebook)
  await wingback.begin(T0)
  const members = ['ANNA', 'WEI', 'LATE', 'HAND']
  await wingback.put(members.map((id) => enrols(id, T0, { tier: 'gold' })))
  await wingback.drain()
  await wingback.put(members.slice(0, 3).map((id) => complains(id, T0, `CMP-${id}`)))
  await wingback.drain()
})
afterAll(() => wingback.end())

const ledger = async <T>(...args: string[]): Promise<T> =>
  JSON.parse(await wingback.command('ledger', ...args, '--json'))
const refused = async (...args: string[]): Promise<string> => {
  try {
    await wingback.command('ledger', ...args)
    return 'done'
  } catch (error) {
    return (error as { stderr: string }).stderr
  }
}
const care = async () => (await ledger<{ books: Statement[] }>('balance')).books.find(({ book }) => book === 'care')!
const mailsTo = async (id: string) =>
  (await wingback.mails()).filter(({ destination }) => destination.to[0] === `${id.toLowerCase()}@example.com`)
const waitingFor = async (id: string) =>
  (await ledger<{ pending: PendingGrant[] }>('pending')).pending.find(({ memberId }) => memberId === id)!.grant
const clean = async () => {
  const { duplicates, orphans, differences } = await ledger<Reconciliation>('reconcile')
  expect([duplicates, orphans, differences]).toEqual([0, 0, 0])
}

describe('above the threshold', () => {
  test('it is reserved, the journey waits, and nobody is told', async () => {
    expect((await ledger<{ pending: unknown[] }>('pending')).pending).toHaveLength(3)
    expect(await care()).toMatchObject({ reservedMinor: expect.any(Number), owedMinor: 0 })
    expect(await mailsTo('ANNA')).toEqual([])
    expect((await wingback.explain('ANNA'))[0]).toMatchObject({ verdict: 'waits' })
    await clean()
  })

  test('once approved it is granted and told', async () => {
    const { grantId } = await waitingFor('ANNA')
    await ledger('approve', grantId, '--by', 'li', '--why', 'with us for years')
    await wingback.drain()
    expect(await mailsTo('ANNA')).toHaveLength(1)
    expect((await wingback.member('ANNA')).wingback.compensations).toHaveLength(1)
    expect(await refused('approve', grantId, '--by', 'li')).toContain('`ledger entries MEMBER` says who decided')
  })

  test('once refused, nothing is ever told', async () => {
    const { grantId } = await waitingFor('WEI')
    await ledger('refuse', grantId, '--by', 'li', '--why', 'too much')
    await wingback.drain()
    expect(await mailsTo('WEI')).toEqual([])
    expect((await wingback.explain('WEI'))[0]).toMatchObject({ verdict: 'didNotGet' })
  })

  test('where nobody decides it lapses by itself, and the budget has it back', async () => {
    const before = await care()
    expect(before.reservedMinor).toBeGreaterThan(0)
    await wingback.moveTo('2026-10-05T12:00:00Z')
    await wingback.drain()
    const after = await care()
    expect(after).toMatchObject({ reservedMinor: 0, spentMinor: before.spentMinor - before.reservedMinor })
    expect(await mailsTo('LATE')).toEqual([])
    await clean()
  })
})

describe('by hand', () => {
  const grant = [
    'grant',
    'HAND',
    '--miles',
    '100',
    '--budget',
    'care',
    '--complaint',
    'CMP-X',
    '--unknown-complaint',
    '--reason',
    'lost toy',
  ]

  test('a grant is once, is told to the member, and can be taken back once', async () => {
    const first = await ledger<{ grant: Grant; again: boolean }>(...grant, '--by', 'li')
    expect((await ledger<{ again: boolean }>(...grant, '--by', 'li')).again).toBe(true)
    await wingback.drain()
    expect((await wingback.member('HAND')).wingback.compensations).toMatchObject([{ amount: 100 }])
    const other = grant.map((word) => (word === '100' ? '200' : word))
    expect(await refused(...other)).toContain('compensated')
    const { grantId } = first.grant
    await ledger('redeem', 'HAND', grantId, '--key', 'L1', '--amount', '40')
    await ledger('reverse', 'HAND', grantId, '--why', 'wrong member', '--by', 'wang')
    expect(await refused('reverse', 'HAND', grantId, '--why', 'again')).toContain('reversed before by wang')
    await wingback.drain()
    const { timeline } = await wingback.member('HAND')
    expect(timeline.map(({ type }) => type)).toContain('compensation.reversed')
    await clean()
  })

  test('a complaint is paid once, though its flight is corrected and it falls out of what is remembered', async () => {
    const flight = (flightNumber: string) => {
      return { flight: { carrier: 'CA', flightNumber, from: 'PEK', to: 'SHA', scheduledDeparture: T0 } }
    }
    const tell = async (complaintId: string, more: Record<string, unknown>) => {
      await wingback.put([complains('TOLD', T0, complaintId, more)])
      await wingback.drain()
    }
    const once = ['grant', 'TOLD', '--miles', '100', '--budget', 'care', '--complaint', 'CMP-T', '--reason', 'late']
    await wingback.put([enrols('TOLD', '2026-10-01T04:00:00Z')])
    await tell('CMP-T', { id: 'told-1', occurredAt: '2026-10-01T04:01:00Z', ...flight('1501') })
    expect((await ledger<{ grant: Grant }>(...once)).grant.key).toBe('CA1501:PEK-SHA:2026-10-05+goodwill')
    await tell('CMP-T', { id: 'told-2', occurredAt: '2026-10-01T04:02:00Z', ...flight('1502') })
    expect(await refused(...once)).toContain('compensated')
    const newer = Array.from({ length: 16 }, (_, i) => complains('TOLD', '2026-10-01T05:00:00Z', `CMP-N${i}`))
    await wingback.put(newer)
    await wingback.drain()
    expect(await refused(...once)).toContain('compensated')
    await clean()
  })

  test('a flight that is none is refused', async () => {
    const misspelt = ['--flight', 'XW1001:PEK', '--miles', '10', '--budget', 'care', '--reason', 'late']
    expect(await refused('grant', 'HAND', ...misspelt)).toContain('CA1501:PEK-SHA:2026-10-01')
  })

  test('a budget that there is not is told, with the one that was meant', async () => {
    const goodwill = ['grant', 'HAND', '--miles', '10', '--cause', 'toy', '--reason', 'toy']
    expect(await refused(...goodwill, '--budget', 'cara')).toContain('did you mean "care"?')
    expect(await refused(...goodwill)).toContain('there are: care')
  })

  test('what one member may get of a budget in a year is said to be that', async () => {
    const much = ['grant', 'HAND', '--miles', '20000', '--budget', 'care', '--cause', 'much', '--reason', 'much']
    expect(await refused(...much)).toContain('500.00 CNY that one member may get from this budget in 2026')
  })

  test('what the law owes takes no budget', async () => {
    const owed = ['grant', 'HAND', '--cash', '250 EUR', '--statutory', '--cause', 'late', '--reason', 'EU261']
    expect(await refused(...owed, '--budget', 'care')).toContain('without a budget')
  })

  test('one’s own request above the threshold is for somebody else', async () => {
    const big = [
      'grant',
      'HAND',
      '--miles',
      '4000',
      '--budget',
      'care',
      '--cause',
      'toy',
      '--reason',
      'toy',
      '--by',
      'li',
    ]
    const { grant } = await ledger<{ grant: Grant }>(...big)
    expect(grant.state).toBe('pending')
    expect(await wingback.command('ledger', 'pending')).toContain('(by hand, toy), requested by li')
    expect(await refused('reverse', 'HAND', grant.grantId, '--why', 'no')).toContain('`ledger refuse` it')
    expect(await refused('approve', grant.grantId, '--by', 'li')).toContain('somebody else must decide')
    await ledger('approve', grant.grantId, '--by', 'wang')
    await wingback.drain()
    expect((await wingback.member('HAND')).wingback.compensations).toHaveLength(2)
    await clean()
  })
})
