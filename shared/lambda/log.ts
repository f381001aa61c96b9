import { Logger } from '@aws-lambda-powertools/logger'
import { type Alert, alerts } from '../app/alerts.ts'

export { describe } from './describe.ts'

/**
 * Logs of the functions. Never a member's data: not an event, not an address, not a name; ids of messages and
 * codes only. Errors are logged by name and message; one that quotes what it could not read, by name alone.
 */
export const log = new Logger({ serviceName: 'wingback' })

/** Tells a person, by the alarm that waits for this line. */
export function alert(name: Alert): void {
  log.error(alerts[name].means, { alert: name })
}
