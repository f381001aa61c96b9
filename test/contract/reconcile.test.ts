import { DeleteItemCommand, PutItemCommand, ScanCommand, type UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Item } from '../../shared/adapters/aws/table.ts'
import { reconcile, repair } from '../../shared/app/ledger/reconcile.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import type { CompensationNote, Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { table } from '../../shared/pipeline.ts'
import type { GrantRequest } from '../../shared/ports/index.ts'
import { openAws, wholeStores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const HOUR = 3_600_000
const NOW = T + 24 * HOUR

function requestOf(memberId: string, more: Partial<Extract<GrantRequest, { basis: 'goodwill' }>> = {}): GrantRequest {
  return {
    key: 'complaint:C1+goodwill',
    memberId,
    actionId: `action-${memberId}`,
    campaign: 'say-sorry',
    rulebook: 'abc',
    reason: 'service-recovery',
    basis: 'goodwill',
    kind: 'miles',
    amount: 1_000,
    costMinor: 50,
    requestedBy: 'the publisher',
    budget: { id: 'care', currency: 'CNY', limitMinor: 1_000, asOf: 1 },
    yearlyCap: { year: 2026, limitMinor: 600 },
    now: T,
    ...more,
  }
}

function noteOf(actionId: string, cause = 'complaint:C1+goodwill'): CompensationNote {
  return { actionId, campaign: 'say-sorry', cause, basis: 'goodwill', kind: 'miles', amount: 1_000, grantedAt: T }
}

const memberWith = (memberId: string, more: Partial<Member> = {}) => {
  const state = encodeMember({ ...newMember(memberId), ...more })
  return { memberId, version: 1, state }
}

/** A few members with grants that they know of, and one who waits for approval. */
async function peace(store: Awaited<ReturnType<(typeof wholeStores)[0][1]>>): Promise<void> {
  const { ledger, members } = store
  for (const id of ['anna', 'wei']) {
    await ledger.grant(requestOf(id))
    await members.write(memberWith(id, { compensations: [noteOf(`action-${id}`)] }))
  }
  await ledger.grant(requestOf('li', { approval: { aboveMinor: 0, day: '2026-10-01', until: NOW + HOUR } }))
  const waiting = { actionId: 'action-li', waitsUntil: NOW + HOUR } as Member['pending'][number]
  await members.write(memberWith('li', { pending: [waiting] }))
  await members.write(memberWith('nobody'))
}

const look = (ports: Parameters<typeof reconcile>[0]['ports'], now = NOW) =>
  reconcile({ ports, now, msPerLook: 60_000, pause: async () => {} })

describe.each(wholeStores)('reconcile in %s', (_name, open) => {
  test('finds nothing where nothing is wrong, whatever happened to the grants', async () => {
    const store = await open()
    await peace(store)
    const { ledger, members } = store
    const outcome = await ledger.grant(requestOf('zhao', { amount: 900 }))
    if (!outcome.granted) throw new Error(outcome.code)
    const { grantId } = outcome
    const change = (what: Parameters<typeof ledger.change>[0]['change']) =>
      ledger.change({ memberIds: ['zhao'], grantId, change: what, now: T })
    await change({ what: 'redeemed', by: 'loyalty', key: 'r', amount: 100 })
    await change({ what: 'expired', by: 'loyalty', key: 'e', amount: 100 })
    await change({ what: 'reversed', by: 'li', why: 'wrong', release: true })
    await members.write(memberWith('zhao', { compensations: [{ ...noteOf('action-zhao'), reversedAt: T }] }))
    expect(await look(store)).toEqual({
      entries: 7,
      grants: 4,
      members: 5,
      complete: true,
      duplicates: 0,
      orphans: 0,
      differences: 0,
      findings: [],
    })
    await store.close()
  })

  test('finds what was told without a grant, granted without a word, and paid twice to two cards of one person', async () => {
    const store = await open()
    await peace(store)
    const { ledger, members } = store
    await members.write(memberWith('zhao', { compensations: [noteOf('never-granted')] }))
    await ledger.grant(requestOf('sun'))
    await members.write(memberWith('sun'))
    await ledger.grant(requestOf('card-1'))
    await ledger.grant(requestOf('card-2'))
    const both = [noteOf('action-card-1'), noteOf('action-card-2')]
    await members.write(memberWith('card-1', { aliases: ['card-2'], compensations: both }))
    await members.write(memberWith('card-2', { mergedInto: 'card-1' }))
    await ledger.grant(requestOf('gone'))
    const report = await look(store)
    expect(report.findings.map(({ kind, code }) => `${kind} ${code}`).sort()).toEqual([
      'duplicate cause-paid-twice',
      'orphan grant-of-nobody',
      'orphan granted-never-told',
      'orphan told-without-grant',
    ])
    expect(report).toMatchObject({ duplicates: 1, orphans: 3, differences: 0 })
    expect((await look(store, T + 60_000)).findings.map(({ code }) => code)).not.toContain('granted-never-told')
    await store.close()
  })

  test('what is on record as told is told, though the member has forgotten it', async () => {
    const store = await open()
    await store.ledger.grant(requestOf('sun'))
    await store.members.write(memberWith('sun'))
    expect((await look(store)).orphans).toBe(1)
    const record = { memberId: 'sun', id: 'action-sun:granted', type: 'compensation.granted', delivery: 'd' }
    await store.records.put([{ ...record, occurredAt: T, reactedAt: T, body: '{}', expiresAt: NOW }])
    expect((await look(store)).orphans).toBe(0)
    await store.close()
  })

  test('the nightly run gives back what nobody decided on, and tells again what was never told', async () => {
    const store = await open()
    await peace(store)
    await store.ledger.grant(requestOf('sun'))
    await store.members.write(memberWith('sun'))
    const late = NOW + 2 * HOUR
    const report = await look(store, late)
    await repair(report, { ports: store, now: late })
    expect(await store.ledger.pending()).toEqual([])
    expect((await store.ledger.grants(['li']))[0]).toMatchObject({ state: 'lapsed', owed: 0 })
    expect((await store.queues.depths()).compensations!.waiting).toBe(2)
    await store.close()
  })
})

describe('damage behind the back of the ledger', () => {
  let store: Awaited<ReturnType<typeof openAws>>

  beforeEach(async () => {
    store = await openAws()
    await peace(store)
  })
  afterEach(() => store.close())

  const send = (command: PutItemCommand | UpdateItemCommand | DeleteItemCommand) =>
    store.clients.dynamo.send(command as PutItemCommand)
  const items = async (pk: string, sk = '') => {
    const { Items = [] } = await store.clients.dynamo.send(new ScanCommand({ TableName: table.name }))
    return Items.filter((item) => item.pk!.S!.startsWith(pk) && item.sk!.S!.startsWith(sk)) as Item[]
  }
  const put = (item: Item) => send(new PutItemCommand({ TableName: table.name, Item: item }))
  const remove = ({ pk, sk }: Item) => send(new DeleteItemCommand({ TableName: table.name, Key: { pk: pk!, sk: sk! } }))
  const found = async () => (await look(store)).findings.map(({ kind, code }) => `${kind} ${code}`).sort()
  const edited = (item: Item, attribute: string, change: Record<string, unknown>): Item => {
    return { ...item, [attribute]: { S: JSON.stringify({ ...JSON.parse(item[attribute]!.S!), ...change }) } }
  }
  const spentShard = async () => (await items('B#care', 'S#')).find((item) => item['owed|say-sorry|miles|'])!
  const personOf = async (memberId: string) => (await store.ledger.persons([memberId]))[0]!
  const grantOf = async (memberId: string) => (await items(`L#${await personOf(memberId)}`, 'G#'))[0]!
  const entryOf = async (memberId: string) => {
    const person = await personOf(memberId)
    return (await items('J#')).find((item) => JSON.parse(item.entry!.S!).person === person)!
  }

  test('there is none to begin with', async () => {
    expect(await found()).toEqual([])
  })

  test.each<[string, () => Promise<unknown>, string[]]>([
    [
      'a budget that has spent less',
      async () => put({ ...(await spentShard()), spentMinor: { N: '0' } }),
      ['difference book'],
    ],
    [
      'a budget with more left',
      async () => put({ ...(await spentShard()), leftMinor: { N: '500' } }),
      ['difference book'],
    ],
    [
      'an account that owes less',
      async () => put({ ...(await spentShard()), 'owed|say-sorry|miles|': { N: '1' } }),
      ['difference book'],
    ],
    [
      'a member’s year that counts less',
      async () => put({ ...(await items(`L#${await personOf('anna')}`, 'Y#'))[0]!, spentMinor: { N: '0' } }),
      ['difference year'],
    ],
    [
      'a grant that says another amount',
      async () => put(edited(await grantOf('anna'), 'grant', { amount: 9 })),
      ['difference grant'],
    ],
    [
      'a grant that says it is reversed',
      async () => put(edited(await grantOf('anna'), 'grant', { state: 'reversed' })),
      ['difference grant'],
    ],
    ['a grant that is gone', async () => remove(await grantOf('anna')), ['orphan entries-without-grant']],
    [
      'an entry that is gone',
      async () => remove(await entryOf('anna')),
      ['difference book', 'difference book', 'orphan grant-without-entries', 'orphan told-without-grant'],
    ],
    [
      'an entry that was edited',
      async () => put(edited(await entryOf('anna'), 'entry', { amount: 2_000, costMinor: 100 })),
      ['difference book', 'difference book', 'difference book', 'difference grant', 'difference year'],
    ],
    [
      'an entry out of nowhere',
      async () =>
        put(edited(await entryOf('anna'), 'entry', { grantId: 'x'.repeat(22), name: 'approved', what: 'approved' })),
      expect.arrayContaining(['difference journal']) as unknown as string[],
    ],
    [
      'a second grant for one cause, with all its entries',
      async () => {
        const entry = await entryOf('anna')
        const grantId = 'y'.repeat(22)
        const copy = edited(entry, 'entry', { grantId, actionId: 'another' })
        await put({ ...copy, sk: { S: `${grantId}#granted` } })
      },
      expect.arrayContaining(['duplicate cause-paid-twice']) as unknown as string[],
    ],
    ['an approval nobody sees', async () => remove((await items('A'))[0]!), ['orphan not-listed-for-approval']],
    [
      'an approval of what does not wait',
      async () => put({ ...edited((await items('A'))[0]!, 'grant', { grantId: 'z'.repeat(22) }), sk: { S: '9' } }),
      ['orphan listed-for-approval'],
    ],
    [
      'a reservation whose journey is gone',
      async () => store.members.write({ ...memberWith('li'), version: 2 }),
      ['orphan reserved-without-journey'],
    ],
  ])('%s is found', async (_name, damage, expected) => {
    await damage()
    expect(await found()).toEqual(expected)
  })
})
