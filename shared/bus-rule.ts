/** Which events of the bus a queue gets. As EventBridge patterns: prefixes of `source`, types wanted or not. */
export type BusRule = FromAirline | FromElsewhere

interface FromAirline {
  sourcePrefix: string
  types?: readonly string[]
  exceptTypes?: readonly string[]
}

interface FromElsewhere {
  exceptSourcePrefix: string
}

/** Whether an event on the bus matches a rule, as EventBridge would say. */
export function matches(rule: BusRule, source: string, type: string): boolean {
  if ('exceptSourcePrefix' in rule) return !source.startsWith(rule.exceptSourcePrefix)
  return (
    source.startsWith(rule.sourcePrefix) &&
    (!rule.types || rule.types.includes(type)) &&
    !rule.exceptTypes?.includes(type)
  )
}

/** The field of an announcement by which a queue takes it. */
export const ABOUT_A_COMPLAINT = 'complaintId'

/** Whether a queue takes an announcement. */
export function takesAnnouncement(
  { announced }: { announced?: readonly string[] },
  type: string,
  detail: object,
): boolean {
  return announced?.includes(type) === true && ABOUT_A_COMPLAINT in detail
}
