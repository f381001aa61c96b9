import { airportOf } from '../../standards/airports/airports.ts'
import type { Finding } from './finding.ts'
import type { Entitlement, Happening, Incident, Problem } from './incident.ts'
import type { Regime } from './regime.ts'
import { eu261, uk261 } from './rules/air261.ts'
import { china } from './rules/china.ts'
import { isProblem, type Rule } from './rules/rule.ts'
import { us } from './rules/us.ts'

interface Law {
  currency: string
  rules: Partial<Record<Happening, Rule>>
}

const LAWS = {
  EU261: { currency: 'EUR', rules: eu261 },
  UK261: { currency: 'GBP', rules: uk261 },
  CN: { currency: 'CNY', rules: china },
  'US-DOT': { currency: 'USD', rules: us },
} satisfies Record<Regime, Law>

/**
 * What one regime owes one passenger for what happened, with the reason and the paragraphs; or which fact is missing.
 * Pure: the law of `incident.day` counts. This is not legal advice: see docs/law.md.
 */
export function entitlement(incident: Incident): { entitlement: Entitlement } | { problem: Problem } {
  const { regime, event } = incident
  const law: Law = LAWS[regime]
  const rule = law.rules[event]
  if (!rule) return { problem: { field: 'event', finding: notCovered(regime, event, law) } }
  for (const field of ['from', 'to'] as const)
    if (!airportOf(incident[field]))
      return { problem: { field, finding: { is: 'unknownAirport', airport: incident[field] } } }
  const ruling = rule(incident)
  if (isProblem(ruling)) return { problem: ruling }
  const { refs, ...owed } = ruling
  return { entitlement: { regime, currency: law.currency, ...owed, source: refs.join(', ') } }
}

function notCovered(regime: Regime, event: Happening, { rules }: Law): Finding {
  return { is: 'noRules', law: regime, event, events: Object.keys(rules).join() }
}
