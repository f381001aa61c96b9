import type { Campaign } from '../../../shared/domain/rulebook/rulebook.ts'
import type { Played } from '../machine/play.ts'
import type { Check } from './promise.ts'
import { sentIn } from './sent.ts'
import { legOf, type Told, type ToldEvent } from './told.ts'

/**
 * 4. No email or message is sent twice for one action; service mail that may be sent again where it is unknown, twice at most.
 * Nor are there more mails than occasions for them, whatever the actions are called.
 */
export const once: Check = (played, told) => [...twice(played), ...moreThanOccasions(played, told)]

function twice(played: Played): string[] {
  const { rulebooks } = played.witness
  return [...Map.groupBy(sentIn(played), ({ action }) => action)].flatMap(([action, all]) => {
    const { about, rulebook, campaign } = all[0]!
    const mayGoAgain = sendingSteps(rulebooks.get(rulebook)?.campaigns, campaign).some(
      (step) => step.kind === 'email' && step.resendIfUnknown,
    )
    const most = mayGoAgain ? 2 : 1
    return all.length > most ? [`${about}: ${all.length} times for action ${action}`] : []
  })
}

function sendingSteps(campaigns: readonly Campaign[] | undefined, id: string) {
  const program = campaigns?.find((campaign) => campaign.id === id)?.program ?? []
  return program.flatMap((each) =>
    each.op === 'action' && (each.action.kind === 'email' || each.action.kind === 'message') ? [each.action] : [],
  )
}

/** One mail or message a step and occasion: distinct actions, since an action may be sent again. */
function moreThanOccasions(played: Played, told: Told): string[] {
  const { rulebooks } = played.witness
  const groups = Map.groupBy(sentIn(played), ({ memberId, campaign }) => [memberId, campaign].join(' '))
  return [...groups].flatMap(([about, sent]) => {
    const { memberId, campaign: id } = sent[0]!
    const versions = [...rulebooks.values()].flatMap(({ campaigns }) => campaigns.filter((each) => each.id === id))
    const occasions = versions.map((campaign) => occasionsOf(campaign, told, memberId))
    if (occasions.includes(undefined)) return []
    const steps = Math.max(...versions.map((campaign) => sendingSteps([campaign], id).length))
    // Two versions of a campaign may name one occasion differently: by its flight, and by its event.
    const most = steps * occasions.reduce<number>((sum, each) => sum + each!, 0)
    const actions = new Set(sent.map(({ action }) => action)).size
    return actions > most ? [`${actions} sent for ${about}, for which there were ${most} occasions`] : []
  })
}

function occasionsOf({ trigger, guardrails }: Campaign, told: Told, memberId: string): number | undefined {
  if (guardrails.oncePer === 'ever') return 1
  if (trigger.kind !== 'event') return undefined
  const events = told.events.filter(
    (event) => event.type === trigger.type && told.personOf(event.memberId) === told.personOf(memberId),
  )
  return new Set(events.map((event) => occasionOf(event, guardrails.oncePer))).size
}

function occasionOf({ id, detail }: ToldEvent, oncePer: Campaign['guardrails']['oncePer']): string {
  if (oncePer === 'complaint') return String(detail.complaintId)
  if (oncePer === 'booking') return String(detail.pnr)
  return oncePer === 'flight' ? legOf(detail) : id
}
