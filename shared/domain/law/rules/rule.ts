import { type Dated, inForce } from '../dated.ts'
import type { Finding } from '../finding.ts'
import type { Incident, Problem, Ruling } from '../incident.ts'

/** How one event is judged under one regime: the answer, or which fact it lacks. */
export type Rule = (incident: Incident) => Ruling | Problem

/** A rule over an effective-dated table: it is asked with the row that was in force. */
export function ruleOf<T extends Dated>(
  rows: readonly T[],
  judge: (incident: Incident, row: T) => Ruling | Problem,
): Rule {
  return (incident) => {
    const row = inForce(rows, incident.day)
    return row
      ? judge(incident, row)
      : { field: 'day', finding: { is: 'noRuleThen', day: incident.day, kept: periodsOf(rows) } }
  }
}

function periodsOf(rows: readonly Dated[]): string {
  return rows.map(({ from, to = '' }) => `${from}..${to}`).join()
}

/** The first of these fields that is absent, as a problem. */
export function lacking(incident: Incident, ...fields: (keyof Incident)[]): Problem | undefined {
  const field = fields.find((each) => incident[each] === undefined)
  return field && { field, finding: { is: 'isNeeded', event: incident.event, law: incident.regime } }
}

/** When passengers were told, against the limit, in minutes; null: never. */
export function toldFinding(minutes: number | null, within: number): Finding {
  return minutes === null ? { is: 'neverTold', within } : { is: 'toldAfter', minutes, within }
}

export function isProblem(outcome: object): outcome is Problem {
  return 'field' in outcome
}
