import { expect, jest, test } from '@jest/globals'
import { describe as described, trace } from '../../shared/lambda/describe.ts'
import { queueHandler } from '../../shared/lambda/queue-handler.ts'

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('an error that quotes what it could not read is named, and quoted by nobody', () => {
  const error = errorOf(() => JSON.parse('my name is Unmistakable'))
  expect(String(error)).toContain('my name')
  expect(described(error)).toEqual({ name: 'SyntaxError', message: 'a text could not be read' })
  expect(trace(error)).toMatch(/^SyntaxError: a text could not be read\n +at /)
  expect(trace(error)).not.toContain('my name')
})

test('any other is told as it is, with where it happened', () => {
  expect(described(new RangeError('a cost of -1 minor units'))).toEqual({
    name: 'RangeError',
    message: 'a cost of -1 minor units',
  })
  expect(trace(new Error('no answer'))).toMatch(/^Error: no answer\n +at .*log\.test/)
  expect(described('my name is Unmistakable')).toEqual({ name: 'unknown', message: 'not an error' })
})

/** What a handler answers to two messages, and prints. */
async function handled(work: Parameters<typeof queueHandler>[0]) {
  const printed: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
  )
  const handler = queueHandler(work)
  const event = { Records: ['m1', 'm2'].map((messageId) => ({ messageId, body: 'my name is Unmistakable' })) }
  const answer = await handler(event as Parameters<typeof handler>[0], {} as Parameters<typeof handler>[1])
  for (const spy of spies) spy.mockRestore()
  return { failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), printed: printed.join('') }
}

test('a batch that fails is logged, without what was in it', async () => {
  const { failed, printed } = await handled(async (messages) => messages.map(({ body }) => JSON.parse(body)))
  expect(failed).toEqual(['m1', 'm2'])
  expect(printed).toContain('the whole batch is tried again')
  expect(printed).not.toMatch(/my name|Unmistakable/)
})

test('how many messages failed is a number in the log, of which a metric is made: to Lambda it is no error', async () => {
  const failedIn = (printed: string) => JSON.parse(printed || '{}').failed
  expect(failedIn((await handled(() => Promise.reject(new Error('no answer')))).printed)).toBe(2)
  expect(failedIn((await handled(async () => ['m2'])).printed)).toBe(1)
  expect((await handled(async () => [])).printed).toBe('')
})
