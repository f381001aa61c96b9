import { type AirlineEvent, airlineEvents, type Fault, type MemberEvent } from '../../../contract/index.ts'
import { OF_A_FLIGHT } from '../../../contract/of-a-flight.ts'
import { nearest } from '../../../standards/nearest.ts'
import { messageIdOf } from '../../actions/message/message.ts'
import { BUILT_IN, CALLS } from '../../channels/index.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import { flownLeg } from '../legs.ts'
import { LIMITS, type Member } from '../member.ts'
import { isOurs } from '../ours.ts'
import { flownOf, isSummedUp } from './flights.ts'

/**
 * Why what an event says cannot be put into a member, or no longer. It must be set aside. `rulebook`: the live one, whose
 * channels are those that there are; without one, any may be.
 */
export function refusalOf(
  member: Member,
  event: MemberEvent,
  rulebook?: Pick<Rulebook, 'settings'>,
): Fault | undefined {
  const foreign = rulebook && notOurs(member, event, rulebook.settings)
  if (foreign) return foreign
  if (event.type === 'flight.completed') return summedUp(member, event)
  if ('messageId' in event && event.type.startsWith('message.')) return ofNoMessage(member, event.messageId!)
  const consents = rulebook && Object.values(rulebook.settings.channels).map(({ consent }) => consent)
  if (!consents) return undefined
  if (event.type === 'consent.changed' || event.type === 'consent.told')
    return ofNoChannel(event.channel, [...BUILT_IN, CALLS, ...consents])
  return 'consent' in event ? unreadableConsent(event.consent, consents) : undefined
}

/** What makes somebody a member: their programme says so. Nothing else does of a card that cannot be one of ours. */
const BY_THE_PROGRAMME = new Set(['member.enrolled', 'member.updated', 'member.merged', 'member.erased'])

function notOurs(member: Member, { type }: MemberEvent, { cards }: { cards?: string }): Fault | undefined {
  const { memberId } = member
  const isTold = isOfThePipeline(type) || (Object.hasOwn(airlineEvents, type) && !BY_THE_PROGRAMME.has(type))
  if (!isTold || isOurs(member, cards)) return undefined
  const message = `memberId: "${memberId}" is no card of ours, and nobody has enrolled with it`
  return { code: 'not-our-card', path: 'memberId', message, hint: `ours are ${cards} (cards in wingback.yaml)` }
}

function isOfThePipeline(type: string): boolean {
  return Object.values<string>(OF_A_FLIGHT).includes(type)
}

const HINT = `the ${LIMITS.flights} flights of the latest dates are kept one by one: these can be told again`

/** Folded, it would count twice. */
function summedUp(member: Member, event: AirlineEvent<'flight.completed'>): Fault | undefined {
  const flight = flownOf(event)
  const isSummed = isSummedUp(member, flight)
  if (isSummed === 'no') return undefined
  const why =
    isSummed === 'yes'
      ? 'was told before, and is a part of a sum by now'
      : 'is so far back that it is not known any more whether it was told before'
  return { code: 'too-late', path: 'scheduledDeparture', message: `${flownLeg(flight)} ${why}`, hint: HINT }
}

/** An answer for a message that this member was never sent, or so long ago that it is not remembered. */
function ofNoMessage({ mails }: Member, messageId: string): Fault | undefined {
  if (mails.some((each) => each.channel !== undefined && messageIdOf(each.actionId) === messageId)) return undefined
  const message = `messageId: the member was sent no message "${messageId.slice(0, 64)}", or it was long ago`
  const hint = 'the messageId and the memberId are those of its message.ready'
  return { code: 'unknown-message', path: 'messageId', message, hint }
}

function ofNoChannel(channel: string, known: readonly string[]): Fault | undefined {
  if (known.includes(channel)) return undefined
  const meant = nearest(channel, known)
  const hint = meant
    ? `did you mean "${meant}"?`
    : `there are ${known.join(', ')}; others are declared under "channels" in wingback.yaml`
  return { code: 'unknown-channel', path: 'channel', message: `channel: no channel is called "${channel}"`, hint }
}

/** What a declared channel is told must be an answer: it may be a withdrawal. */
function unreadableConsent(
  consent: AirlineEvent<'member.updated'>['consent'],
  known: readonly string[],
): Fault | undefined {
  const name = known.find((each) => consent?.[each] === 'unreadable')
  if (name === undefined) return undefined
  const path = `consent.${name}`
  return { code: 'bad-field', path, message: `${path}: must be true or false, or null where it is not known` }
}
