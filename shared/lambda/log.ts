import { Logger } from '@aws-lambda-powertools/logger'
import { type Alert, alerts } from '../app/alerts.ts'

export { describe } from './describe.ts'

/**
 * The functions' logs. They never contain a member's data: no event, address or name, only message ids and codes. Errors are
 * logged by name and message; one that quotes unreadable input, by name alone.
 */
export const log = new Logger({ serviceName: 'wingback' })

/** Raises the alarm that watches for this log line. */
export function alert(name: Alert): void {
  log.error(alerts[name].means, { alert: name })
}
