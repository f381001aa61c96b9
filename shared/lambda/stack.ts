import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import * as z from 'zod'
import { describe, log } from './log.ts'

/** What is logged of a failed run, and what is answered. Without an answer, Lambda gets the error. */
export interface Failure<Result> {
  says: string
  counts?: Readonly<Record<string, number>>
  answer?: Result
}

/**
 * The middlewares around every function: each log line names its request, an event of the wrong shape is rejected, and an
 * error is logged as far as it may be.
 */
export function stack<Event, Result>(shape: z.ZodType, failure: (event: Event) => Failure<Result>) {
  const isRefused = (event: unknown) => !shape.safeParse(event).success
  return middy<Event, Result>()
    .use(injectLambdaContext(log))
    .use({
      before: ({ event }) => {
        if (isRefused(event)) throw new TypeError('this function is not called with such events')
      },
      onError: (request) => {
        const { event, error } = request
        const { says, counts, answer } = isRefused(event) ? { says: 'an event was refused' } : failure(event)
        log.error(says, { error: describe(error), ...counts })
        if (answer !== undefined) request.response = answer
      },
    })
}

/** A handler for a schedule. If it throws, Lambda counts an error, and calls it again at the next scheduled time. */
export function timerHandler<Result>(work: () => Promise<Result>) {
  return stack<unknown, Result>(z.looseObject({}), () => ({ says: 'a run failed' })).handler(() => work())
}
