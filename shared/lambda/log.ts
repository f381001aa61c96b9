import { Logger } from '@aws-lambda-powertools/logger'
import { type Alert, alerts } from '../alerts.ts'

/**
 * Logs of the functions. Never a member's data: not an event, not an address, not a name; ids of messages and
 * codes only. Errors are logged by name and message, which say nothing of a person.
 */
export const log = new Logger({ serviceName: 'wingback' })

/** Tells a person, by the alarm that waits for this line. */
export function alert(name: Alert): void {
  log.error(alerts[name].means, { alert: name })
}

/** What may be said of an error. */
export function describe(error: unknown): { name: string; message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'unknown', message: 'not an error' }
}
