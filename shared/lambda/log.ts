import { Logger } from '@aws-lambda-powertools/logger'

/**
 * Logs of the functions. Never a member's data: not an event, not an address, not a name; ids of messages and
 * codes only. Errors are logged by name and message, which say nothing of a person.
 */
export const log = new Logger({ serviceName: 'wingback' })

/** What may be said of an error. */
export function describe(error: unknown): { name: string; message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'unknown', message: 'not an error' }
}
