import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { calendarOf } from '../../domain/calendar.ts'
import { type Facts, factsOf, wingbackOf } from '../../domain/member/facts.ts'
import type { Profile } from '../../domain/member/member.ts'
import { LANGUAGES, languageFor } from '../../domain/texts/language.ts'
import { inWords } from '../../domain/texts/say.ts'
import { explain } from './explain.ts'
import { ok, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { findMember, noSuchMember, timelinePage, turnTimeline } from './members.ts'
import type { Reaction } from './reactions.ts'

/**
 * A member for who may not see personal data: initials and a hash for who it is, and of the rest what says nothing of who
 * it is. A list of what is shown, not of what is hidden: a fact that is added later stays hidden.
 */
export const showMasked = route(
  z.object({
    memberId: fields.memberId,
    ...timelinePage,
    lang: z.string().max(100).default('en').transform(languageFor).pipe(z.enum(LANGUAGES)),
  }),
  async ({ memberId, cursor, limit, lang }, context) => {
    const { ports, now } = context
    const [known, rulebook, [person]] = await Promise.all([
      findMember(ports, memberId),
      liveRulebook(context),
      ports.ledger.persons([memberId]),
    ])
    if (!known) return noSuchMember(memberId)
    const { member, reactions } = known
    const turned = await turnTimeline(memberId, reactions, { cursor, limit })
    if (!turned.ok) return turned.refused
    const zone = rulebook?.settings.zone ?? 'UTC'
    const explanations = explain({ member, reactions, rulebook, now: now(), language: lang })
    return ok({
      person: person!,
      initials: initialsOf(factsOf(member, now(), calendarOf(zone))),
      zone,
      facts: maskedFacts(factsOf(member, now(), calendarOf(zone))),
      audiences: wingbackOf(member).audiences,
      explanations: explanations.map(({ campaign, name, verdict, why, moments }) => ({
        campaign,
        name,
        verdict,
        why,
        moments: moments.map(({ at, outcome, kind, reason, gates }) => ({
          at,
          outcome,
          kind,
          reason,
          gates: gates.map(({ gate, answer, reason: text }) => ({ gate, answer, reason: text })),
        })),
      })),
      timeline: turned.found.page.map((each) => maskedMoment(each)),
      cursor: turned.cursor,
    })

    function maskedMoment({ type, occurredAt, reactedAt, audiences, receipts }: Reaction) {
      return {
        type,
        occurredAt: new Date(occurredAt).toISOString(),
        reactedAt: new Date(reactedAt).toISOString(),
        audiences,
        decisions: receipts.map(({ campaign, outcome, kind, reason }) =>
          inWords({ campaign, outcome, kind, reason }, lang),
        ),
      }
    }
  },
)

/** `G. D.`, or nothing where no name is known. */
export function initialsOf({ givenName, familyName }: Partial<Pick<Profile, 'givenName' | 'familyName'>>): string {
  return [givenName, familyName].flatMap((name) => (name ? [`${[...name][0]}.`] : [])).join(' ')
}

function maskedFacts(facts: Facts) {
  const { tier = null, locale = null, enrolledOn = null } = facts
  const { consent, flown, lastFlightOn, upcomingFlights, worstDelayMinutes, openComplaints, nps } = facts
  return {
    tier,
    locale,
    enrolledOn,
    consent,
    flown,
    lastFlightOn,
    upcomingFlights,
    worstDelayMinutes,
    openComplaints,
    nps,
  }
}
