import * as z from 'zod'
import { WAYS_TO_TELL } from '../../contract/consent.ts'
import * as fields from '../../contract/fields.ts'
import { PURPOSES } from '../../contract/index.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { BUILT_IN, CALLS } from '../../domain/channels/index.ts'
import { consentSaid } from '../../domain/member/consent.ts'
import { refusalOf } from '../../domain/member/fold/refusal.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { ok, refuse, route } from './http.ts'
import { liveRulebook, zoneOf } from './live-rulebook.ts'
import { livingMember, noteChange } from './living-member.ts'
import { findMember, noSuchMember } from './members.ts'
import type { Reaction } from './reactions.ts'

/** What a member agreed to and did not, for each channel and purpose, and where each word came from. */
export const listConsents = route(z.object({ memberId: fields.memberId }), async ({ memberId }, context) => {
  const [known, rulebook] = await Promise.all([findMember(context.ports, memberId), liveRulebook(context)])
  if (!known) return noSuchMember(memberId)
  const told = new Map(known.reactions.map((reaction) => [reaction.id, reaction]))
  const consents = channelsAsked(rulebook).flatMap((channel) =>
    PURPOSES.map((purpose) => {
      const { words, standing } = consentSaid(known.member, channel, purpose)
      return {
        channel,
        purpose,
        standing: standing ?? null,
        words: words.map(({ eventId, at, ...word }) => ({
          ...word,
          at: new Date(at).toISOString(),
          ...originOf(told.get(eventId)),
        })),
      }
    }),
  )
  return ok({ memberId, zone: await zoneOf(context), consents })
})

/** By which names consent is asked of: e-mail, calls, and what the rulebook declares. */
function channelsAsked(rulebook: Rulebook | undefined): string[] {
  const declared = Object.values(rulebook?.settings.channels ?? {}).map(({ consent }) => consent)
  return [...new Set([...BUILT_IN, CALLS, ...declared])]
}

/** Which event said it, by which way, and whom it was told. A word that came by another card has its record there. */
function originOf(reaction: Reaction | undefined): {
  event: string | null
  source: string | null
  toldTo: string | null
} {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const { source, by } = reaction?.detail ?? {}
  return { event: reaction?.type ?? null, source: text(source), toldTo: text(by) }
}

const telling = z.object({
  memberId: fields.memberId,
  channel: fields.channel,
  purpose: z.enum(PURPOSES),
  granted: z.boolean(),
  source: z.enum(WAYS_TO_TELL),
})

/** Takes what a member told a colleague: the same kind of word as theirs by a link, announced as that is. */
export const tellConsent = route(telling, async ({ memberId, ...said }, context, { by }) => {
  const living = await livingMember(memberId, context.ports)
  if (!living.ok) return living.refused
  const { member } = living
  const at = context.now()
  const { channel, purpose, granted } = said
  const about = { id: `told:${at}:${channel}:${purpose}:${granted}`, memberId: member.memberId }
  const event = { type: 'consent.told' as const, ...about, ...said, by, occurredAt: at }
  const fault = refusalOf(member, event, await liveRulebook(context))
  if (fault) return refuse(422, fault.code, fault.message, fault.hint)
  await noteChange(([person]) => ({ is: 'notedConsent', person: person!, ...said }), [member.memberId], context, by)
  await context.ports.queues.send('events', [ownEvent({ type: event.type, ...about, fields: { ...said, by } }, at)])
  return ok({ memberId: member.memberId })
})
