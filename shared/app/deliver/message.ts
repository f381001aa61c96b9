import type { Announcement } from '../../contract/announcements.ts'
import type { WingbackEventType } from '../../contract/index.ts'
import { type MessagePlan, messageIdOf } from '../../domain/actions/message/message.ts'
import { expiryOf } from '../../domain/actions/message/outcomes.ts'
import { MINUTE } from '../../domain/calendar.ts'
import { channelNamed } from '../../domain/channels/index.ts'
import type { Member, PendingAction } from '../../domain/member/member.ts'
import { isTooLate } from '../../domain/message/data.ts'
import { charactersIn, renderMessage } from '../../domain/message/render.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import { NotTaken, type Ports } from '../../ports/index.ts'
import { hash32 } from '../../standards/hash.ts'
import type { QueueMessage } from '../each-alone.ts'
import { asWrite, type DeliveryDependencies, deliver, type OutcomeFields, outcomeOf } from './deliver.ts'
import type { LinkSettings } from './links-of.ts'
import { release } from './release.ts'
import { textOf } from './text-of.ts'

export interface MessageDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'queues' | 'bus'>
  links: LinkSettings
}

const BUS_WAIT = MINUTE
/** Messages that are held together come back spread over this time. */
const SPREAD = 4 * MINUTE

/**
 * Makes messages, claims them, and puts each on the bus for its gateway under a derived id, by which the gateway knows
 * one that comes twice. The gateway's answers come back over the airline's bus. Gives the ids of the messages to be
 * tried again.
 * What the bus certainly did not take goes through all its gates again later. Where that is uncertain, it is not put
 * again, since the gateway may have it: the gateway's answer settles it, or its time runs out.
 */
export function deliverMessages(
  messages: readonly QueueMessage[],
  dependencies: MessageDependencies,
): Promise<string[]> {
  const { ports, rulebooks, links, hints, now, onError } = dependencies
  return deliver('messages', messages, dependencies, {
    message: async (_, { member, action, campaign }, stored) => {
      const { actionId } = action
      const decidedBy = await rulebooks.load(action.rulebook)
      const live = hints.rulebook === undefined ? decidedBy : await rulebooks.load(hints.rulebook)
      const made = makeMessage(member, action, campaign, { decidedBy, live, links }, now)
      if (!made.ok) return [outcome('action.failed', { code: made.code, reason: made.reason })]
      const claimed = asWrite(member, stored)
      if ((await ports.members.write(claimed)) === 'conflict') return 'conflict'
      try {
        await ports.bus.publish([made.announcement])
        return [outcome('message.handed', {})]
      } catch (error) {
        onError(error)
        const said = (error instanceof Error ? error.message : String(error)).slice(0, 200)
        if (!(error instanceof NotTaken))
          return [outcome('message.unknown', { reason: { is: 'message.busUnanswered', said } })]
        await release(claimed, actionId, ports)
        const until = new Date(now + BUS_WAIT + (hash32(actionId) % SPREAD)).toISOString()
        return [outcome('action.held', { gate: 'sender', reason: { is: 'sender.busFull', said }, until })]
      }

      function outcome<T extends WingbackEventType>(type: T, fields: OutcomeFields<T>): string {
        return outcomeOf({ memberId: member.memberId, actionId }, type, fields, now)
      }
    },
  })
}

type Made = { ok: true; announcement: Announcement<'message.ready'> } | { ok: false; code: string; reason: Reason }

/**
 * The message as it goes out: as decided, in the member's language of now, and no longer than the channel takes now.
 */
function makeMessage(
  member: Member,
  action: PendingAction & { plan: MessagePlan },
  campaign: Campaign,
  { decidedBy: rulebook, live, links }: { decidedBy: Rulebook; live: Rulebook; links: LinkSettings },
  now: number,
): Made {
  const { actionId, plan } = action
  const { memberId } = member
  const journey = member.journeys.find((each) => each.awaiting === actionId)
  const { textAtMost: atMost } = channelNamed(plan.channel, live.settings.channels)
  if (!journey || atMost === undefined)
    return { ok: false, code: 'unaddressed', reason: { is: 'address.none', channel: plan.channel } }
  const { settings } = rulebook
  const made = textOf(plan, rulebook.messages, { member, journey, campaign, settings, links, now })
  if (!made.ok) return made
  const rendered = renderMessage(made.template, made.data)
  if (!rendered.ok && isTooLate(member, journey, now))
    return { ok: false, code: 'unrenderable', reason: { is: 'mail.offerExpired' } }
  if (!rendered.ok)
    return { ok: false, code: 'unrenderable', reason: { is: 'mail.unrenderable', said: rendered.reason } }
  const { text } = rendered
  const characters = charactersIn(text)
  if (characters > atMost) return { ok: false, code: 'too-long', reason: { is: 'message.tooLong', characters, atMost } }
  const detail = {
    id: `${actionId}:ready`,
    occurredAt: new Date(now).toISOString(),
    memberId,
    campaign: campaign.id,
    rulebook: rulebook.version,
    messageId: messageIdOf(actionId),
    channel: plan.channel,
    purpose: campaign.class,
    locale: made.locale,
    text,
    expiresAt: new Date(expiryOf(action)).toISOString(),
  }
  return { ok: true, announcement: { type: 'message.ready', detail } }
}
