import type { MemberEvent, WingbackEvent } from '../../contract/index.ts'
import { addressHash } from '../../domain/member/address.ts'
import type { Member, Suppression } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import {
  dayOf,
  type Heard,
  isTooMuch,
  judgedDays,
  MEASURES,
  type Measure,
  pauseOf,
  USUAL_THRESHOLDS,
} from '../../domain/sending/reputation.ts'
import type { Ports, SuppressedAddress } from '../../ports/index.ts'
import type { Alert } from '../alerts.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { changeWorld } from '../world/change-world.ts'

/** What a receiver's report counts as. */
export type HeardOf = 'delivered' | 'bounced' | 'complained'

/** What an event newly reports of our emails. A repeated report counts once. */
export function heardFrom(event: MemberEvent, before: Member): HeardOf[] {
  switch (event.type) {
    case 'email.delivered': {
      const mail = before.mails.find(({ actionId }) => actionId === event.actionId)
      return mail && mail.deliveredAt === undefined ? ['delivered'] : []
    }
    case 'email.bounced':
      return event.permanent && isNew(event, 'bounce', before) ? ['bounced'] : []
    case 'email.complained':
      return isNew(event, 'complaint', before) ? ['complained'] : []
    default:
      return []
  }
}

/** What an event says of its address, for every member who has it. */
export function suppressedBy(event: MemberEvent, before: Member): SuppressedNow[] {
  const isDead = event.type === 'email.bounced' && event.permanent
  if (!isDead && event.type !== 'email.complained') return []
  const address = event.address ?? profileOf(before).email
  const why = isDead ? 'bounce' : 'complaint'
  return address === undefined ? [] : [{ address, why, at: event.occurredAt }]
}

export type SuppressedNow = SuppressedAddress & { address: string }

/** AWS counts only what SES tried to send. */
function isNew(
  { listed, address }: WingbackEvent<'email.bounced' | 'email.complained'>,
  why: Suppression['why'],
  before: Member,
): boolean {
  if (listed) return false
  const hash = addressHash(address ?? profileOf(before).email ?? '')
  return !before.suppressions.some((each) => each.why === why && each.address === hash)
}

export interface ReputationDependencies {
  ports: Pick<Ports, 'reputation' | 'world'>
  rulebooks: RulebookCache
  /** The live rulebook's version: it sets the thresholds. */
  rulebook: string | undefined
  now: number
  alert(what: Alert): void
}

/**
 * Counts reports on our emails, and pauses the sender when too many bounced or were reported as spam. A process that
 * dies may lose its last counts; the next bad report is judged with all the others.
 */
export async function noteHeard(heard: readonly HeardOf[], dependencies: ReputationDependencies): Promise<void> {
  const count = (what: HeardOf) => heard.filter((each) => each === what).length
  const mails = count('delivered') + count('bounced')
  const bad: Record<Measure, number> = { bounces: count('bounced'), complaints: count('complained') }
  for (const measure of MEASURES) await noteMeasure(measure, { mails, bad: bad[measure] }, dependencies)
}

async function noteMeasure(
  measure: Measure,
  heard: Heard,
  { ports, rulebooks, rulebook, now, alert }: ReputationDependencies,
): Promise<void> {
  if (heard.mails + heard.bad === 0) return
  await ports.reputation.add(measure, dayOf(now), heard)
  if (heard.bad === 0) return
  const all = await ports.reputation.read(measure, judgedDays(now))
  const thresholds = rulebook === undefined ? USUAL_THRESHOLDS : (await rulebooks.load(rulebook)).settings.pauseSenderAt
  if (!isTooMuch(measure, all, thresholds)) return
  await changeWorld(
    ports.world,
    (before) => {
      const pause = pauseOf(measure)
      if (Object.hasOwn(before.paused, pause)) return undefined
      // First the alarm: once the pause is written, nothing comes here again.
      alert('sender-paused')
      const paused = { ...before.paused, [pause]: { since: now, by: 'wingback' } }
      return { state: { ...before, paused }, what: { is: 'pausedSender', bad: all.bad, measure, mails: all.mails } }
    },
    { at: now, by: 'wingback' },
  )
}
