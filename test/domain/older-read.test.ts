import { beforeEach, expect, test } from 'vitest'
import { deliverEmails } from '../../shared/app/deliver/email.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { StoredMember } from '../../shared/ports/index.ts'
import { envelope } from '../support/events.ts'
import { nothingSpecial } from '../support/life.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** The sender's first read of a member may be of before the last write: only what was written over it counts. */

const noon = Date.parse('2026-06-01T12:00:00+08:00')
const CAMPAIGN =
  'campaign: c\nclass: service\ntrigger: complaint.filed\nguardrails: { whileCaseOpen: true }\nsteps: [{ email: hello }]'

let rulebook: Rulebook
let reactor: Reactor
let reads: boolean[]

beforeEach(async () => {
  rulebook = await rulebookOf({ campaigns: [CAMPAIGN] })
  reactor = reactorOf(rulebook, noon)
  reads = []
})

const about = (id: string) => ({ id, memberId: 'M1', occurredAt: new Date(noon).toISOString() })
const enrols = (email: string | null) =>
  reactor.take([envelope('member.enrolled', { ...about('e1'), email, consent: { email: true } })])
const movesTo = (email: string | null) => reactor.take([envelope('member.updated', { ...about('e2'), email })])
const complains = () =>
  reactor.take([envelope('complaint.filed', { ...about('e3'), complaintId: 'C1', category: 'food' })])
const stored = async () => (await reactor.ports.members.read(['M1'])).get('M1')!

/** Sends, where a read that need not be consistent finds the member as they were. */
function sends(older: StoredMember): Promise<string[]> {
  const orders = reactor.taken('emails').map((order, i) => ({ messageId: `m${i}`, body: JSON.stringify(order) }))
  expect(orders).toHaveLength(1)
  const { members } = reactor.ports
  return deliverEmails(orders, {
    ports: {
      ...reactor.ports,
      members: {
        ...members,
        async read(ids, options) {
          reads.push(options?.consistent === true)
          return options?.consistent ? members.read(ids, options) : new Map([['M1', older]])
        },
      },
    },
    rulebooks: { load: async () => rulebook, get: () => rulebook },
    hints: nothingSpecial,
    now: reactor.now,
    links: { baseUrl: 'https://links.example.com', keys: ['a key long enough to sign'] },
    onError: (error) => reactor.errors.push(error),
    alert: () => {},
  })
}

test('of before the email was decided: the email goes all the same', async () => {
  await enrols('mei@example.com')
  const older = await stored()
  await complains()
  expect(await sends(older)).toEqual([])
  expect(reactor.ports.mailer.mails).toHaveLength(1)
  expect(reads).toEqual([false, true])
})

test('of before the address was taken back: no email goes', async () => {
  await enrols('mei@example.com')
  await complains()
  const older = await stored()
  await movesTo(null)
  expect(await sends(older)).toEqual([])
  expect(reactor.ports.mailer.mails).toEqual([])
  expect(reads).toEqual([false, true])
})

test('of before the address changed: the email goes to the new one', async () => {
  await enrols('mei@example.com')
  await complains()
  const older = await stored()
  await movesTo('mei@example.org')
  await sends(older)
  expect(reactor.ports.mailer.mails.map(({ mail }) => mail.to)).toEqual(['mei@example.org'])
})

test('nothing is said of an email by a read that may be old: not that it cannot be made', async () => {
  await enrols('mei@example.com')
  await complains()
  const { state, ...rest } = await stored()
  const older = { ...rest, version: rest.version - 1, state: state.replace('"email":"mei@example.com",', '') }
  await sends(older)
  expect(reactor.ports.mailer.mails).toHaveLength(1)
  expect(reactor.taken('events').map((event) => event['detail-type'])).toEqual(['email.sent'])
})

test('of now: it is read once', async () => {
  await enrols('mei@example.com')
  await complains()
  await sends(await stored())
  expect(reactor.ports.mailer.mails).toHaveLength(1)
  expect(reads).toEqual([false])
})
