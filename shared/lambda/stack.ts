import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import * as z from 'zod'
import { describe, log } from './log.ts'

/** What the log says of a run that failed, and what is answered. Without an answer Lambda is given the error. */
export interface Failure<Result> {
  says: string
  counts?: Readonly<Record<string, number>>
  answer?: Result
}

/**
 * The middlewares around every function: each line of the log names its request, an event of another shape than the
 * function is called with is refused, and an error is logged as far as may be said of one.
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

/** A handler of what goes by the clock. Where it throws, Lambda counts an error, and calls it again as its schedule says. */
export function timerHandler<Result>(work: () => Promise<Result>) {
  return stack<unknown, Result>(z.looseObject({}), () => ({ says: 'a run failed' })).handler(() => work())
}
