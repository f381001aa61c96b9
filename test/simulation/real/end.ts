import type { Reconciliation } from '../../../shared/app/ledger/reconcile.ts'
import type { Recount } from '../../../shared/app/results/recount.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import { afterEntry, type Entry } from '../../../shared/domain/ledger/grant.ts'
import type { Member } from '../../../shared/domain/member/member.ts'
import type { ReactionRecord } from '../../../shared/ports/index.ts'
import type { Pipeline, Status } from '../../support/pipeline.ts'
import type { Played } from '../machine/play.ts'
import type { Witness } from '../machine/witness.ts'
import { hasList, passengerIds, toldBy } from '../promises/told.ts'
import type { Story } from '../story/story.ts'
import { endOfSecond } from './play.ts'

/** What can be seen of a real run when it is over, in the form that promises are held against, and by its own counts. */
export interface End {
  played: Played
  status: Status
  reconciliation: Reconciliation
}

interface Everything {
  cards: { memberId: string; member?: Member; records: (ReactionRecord & object)[]; ledger: Entry[] }[]
}

/** Asks the API and the mail viewer for everything. */
export async function endOf(wingback: Pipeline, story: Story, witness: Witness): Promise<End> {
  await wingback.call('POST', '/v1/recount', {})
  const known = new Set(await wingback.everybody().then((all) => all.keys()))
  for (const { memberId } of toldBy({ witness }).events) known.add(memberId)
  const cards = await Promise.all([...known].map((memberId) => cardOf(wingback, memberId)))
  noteFoundPassengers(cards, witness)

  witness.mails.push(...(await mailsOf(wingback)))
  witness.grants.push(...cards.flatMap((card) => grantsOf(card, witness)).sort((a, b) => a.at - b.at))
  const [status, setAsides] = [await wingback.status(), await wingback.setAsides()]
  const reconciliation = await wingback.call<Reconciliation>('POST', '/v1/ledger/reconcile', {})
  const { differences } = await wingback.call<Recount>('POST', '/v1/results/recount', {})
  const of = <T>(look: (card: Everything['cards'][number]) => T) =>
    new Map(cards.map((card) => [card.memberId, look(card)]))
  const played: Played = {
    // Events are sent there, and no messages of other systems.
    story: { ...story, moments: story.moments.filter(({ is }) => is !== 'message') },
    legs: [],
    fits: [],
    witness,
    members: new Map(cards.flatMap(({ memberId, member }) => (member ? [[memberId, member]] : []))),
    records: of(({ records }) => records.map((record) => ({ ...record, body: JSON.stringify(record) }))),
    grants: of(({ ledger }) => ledger.filter(isGrant).map((entry) => afterEntry(undefined, entry))),
    audiences: new Map(),
    mails: [],
    found: new Map(),
    results: { analyses: [], parts: [], differences },
    setAsides: setAsides.map((aside) => ({ ...aside, envelope: asTold(aside.envelope, witness) })),
    queues: status.queues,
  }
  return { played, status, reconciliation }
}

async function cardOf(wingback: Pipeline, memberId: string): Promise<Everything['cards'][number]> {
  const { cards } = await wingback.call<Everything>('GET', `/v1/members/${memberId}/export`)
  return cards.find((card) => card.memberId === memberId)!
}

/** Whom the pipeline found on a flight that came without a list. Nobody outside sees what it sent them: their records tell. */
function noteFoundPassengers(cards: Everything['cards'], { messages }: Witness): void {
  for (const { body, ...taken } of [...messages.values()]) {
    const envelope = JSON.parse(body) as Envelope
    if (hasList(envelope)) continue
    const prefix = passengerIds(envelope)
    for (const { memberId, records } of cards) {
      const id = `${prefix}${memberId}`
      if (!records.some((record) => record.id === id)) continue
      const detail = { ...Object(envelope.detail), id, memberId }
      messages.set(`${messages.size}`, { ...taken, body: JSON.stringify({ ...envelope, detail }) })
    }
  }
}

/** Mails are dated by seconds. */
async function mailsOf(wingback: Pipeline): Promise<Witness['mails']> {
  const mails = await wingback.mails()
  return mails
    .filter(({ isMessage }) => !isMessage)
    .map(({ at, destination, subject, body, tags }) => {
      const seen = endOfSecond(at * 1000)
      const mail = { to: destination.to[0]!, from: '', subject, ...body, headers: {}, tags }
      return { seq: seen, at: at * 1000, mail, answered: true }
    })
}

/** Entries by which somebody was granted something, as the requests that they came of. */
function grantsOf({ memberId, ledger }: Everything['cards'][number], { rulebooks }: Witness): Witness['grants'] {
  return ledger.filter(isGrant).map((entry) => {
    const { key, actionId = '', campaign, rulebook, kind, amount, costMinor, book, at, by, grantId } = entry
    const asked = { key, memberId, actionId, campaign, rulebook, kind, amount, costMinor, now: at }
    const limitMinor = rulebooks.get(rulebook)?.budgets[book]?.limitMinor ?? 0
    const { basis, costCurrency: currency } = entry
    const request = { ...asked, reason: '', requestedBy: by, currency: entry.currency ?? currency }
    const outcome = { granted: true as const, grantId, again: false, grant: afterEntry(undefined, entry) }
    return {
      seq: at,
      at,
      request:
        basis === 'statutory'
          ? { ...request, basis }
          : { ...request, basis, budget: { id: book, limitMinor, currency } },
      outcome,
    }
  })
}

const isGrant = ({ what }: Entry): boolean => what === 'granted' || what === 'approved'

/** The bus gives deliveries ids of its own: what was set aside is known by what it says. */
function asTold(envelope: Envelope, { puts }: Witness): Envelope {
  const text = (each: Envelope) => JSON.stringify([each['detail-type'], each.detail])
  const put = puts.find(({ envelope: told }) => text(told) === text(envelope))
  return { ...envelope, id: put?.envelope.id ?? envelope.id }
}
