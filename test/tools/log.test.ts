import { expect, test, vi } from 'vitest'
import { describe as described, trace } from '../../shared/lambda/describe.ts'
import { log } from '../../shared/lambda/log.ts'
import { queueHandler } from '../../shared/lambda/queue-handler.ts'
import { timerHandler } from '../../shared/lambda/stack.ts'

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

async function printing<T>(work: () => Promise<T>): Promise<{ answer: T; printed: string }> {
  const printed: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
  )
  const answer = await work()
  for (const spy of spies) spy.mockRestore()
  return { answer, printed: printed.join('') }
}

/** What a handler answers to two messages, and prints. */
async function handled(work: Parameters<typeof queueHandler>[0]) {
  const handler = queueHandler(work)
  const once = { body: 'my name is Unmistakable', attributes: { ApproximateReceiveCount: '1' } }
  const event = { Records: ['m1', 'm2'].map((messageId) => ({ messageId, ...once })) }
  const { answer, printed } = await printing(() => handler(event as Parameters<typeof handler>[0], {} as never))
  return { failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), printed }
}

test('a batch that fails is logged, without what was in it', async () => {
  const { failed, printed } = await handled(async (messages) => messages.map(({ body }) => JSON.parse(body)))
  expect(failed).toEqual(['m1', 'm2'])
  expect(printed).toContain('the whole batch is tried again')
  expect(printed).not.toMatch(/my name|Unmistakable/)
})

test('an event of another shape is refused, and not quoted', async () => {
  const { answer, printed } = await printing(() =>
    queueHandler(async () => [])({ Records: [{ body: 'my name is Unmistakable' }] } as never, {} as never).catch(
      String,
    ),
  )
  expect(answer).toBe('TypeError: this function is not called with such events')
  expect(printed).toContain('an event was refused')
  expect(printed).not.toMatch(/my name|Unmistakable/)
})

test('a run by the clock that fails is logged, and an error to Lambda', async () => {
  const failing = timerHandler(() => Promise.reject(new Error('no answer')))
  const { answer, printed } = await printing(() => failing({}, {} as never).catch(String))
  expect(answer).toBe('Error: no answer')
  expect(JSON.parse(printed)).toMatchObject({ message: 'a run failed', error: { message: 'no answer' } })
})

test('each line of the log names the request that it is of', async () => {
  const context = { awsRequestId: 'request-1', functionName: 'wingback-wake' } as never
  const { printed } = await printing(() => timerHandler(async () => log.info('woke members'))({}, context))
  expect(JSON.parse(printed)).toMatchObject({ function_request_id: 'request-1', function_name: 'wingback-wake' })
})

test('how many messages failed is a number in the log, of which a metric is made: to Lambda it is no error', async () => {
  const failedIn = (printed: string) => JSON.parse(printed || '{}').failed
  expect(failedIn((await handled(() => Promise.reject(new Error('no answer')))).printed)).toBe(2)
  expect(failedIn((await handled(async () => ['m2'])).printed)).toBe(1)
  expect((await handled(async () => [])).printed).toBe('')
})
