import { traitsOf } from '../../domain/actions/index.ts'
import type { ActionSpec } from '../../domain/actions/kinds.ts'
import { askGates, standingGates } from '../../domain/campaign/gates/index.ts'
import type { Member } from '../../domain/member/member.ts'
import type { GateAnswer } from '../../domain/receipt.ts'
import type { Campaign, Settings } from '../../domain/rulebook/rulebook.ts'

/** What would stop everything a campaign has for a member, had it begun: of the gates that need no journey. */
export function standingStops(member: Member, campaign: Campaign, settings: Settings): GateAnswer[] {
  const [first, ...others] = campaign.program
    .flatMap((each) => (each.op === 'action' && !traitsOf(each.action.kind).forPeople ? [each.action] : []))
    .map(stopsOf)
  return (first ?? []).filter(({ gate }) => others.every((stops) => stops.some((stop) => stop.gate === gate)))

  function stopsOf(spec: ActionSpec): GateAnswer[] {
    const { stop, further } = askGates(standingGates, { member, campaign, settings, spec })
    return stop ? [stop, ...further] : []
  }
}
