import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqs } from '../../shared/lambda/queues.ts'
import { enrols } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Messages that a system sends to a queue: through SQS, the store and the translation to the member. */

const begins = '2026-09-21T12:00:00+08:00'
const files = {
  ...smallRulebook,
  'connectors/members.yaml':
    'connector: members\nkind: csv\nevent: member.updated\nzone: UTC\nfields: { memberId: CARD, tier: TIER }\n',
}

let wingback: Awaited<ReturnType<typeof openRun>>
beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(files)
  await wingback.begin(begins)
  await wingback.put([enrols('M1', begins)])
  await wingback.drain()
}, 60_000)
afterAll(() => wingback.end())

async function send(body: string, connector?: string): Promise<void> {
  const attributes = connector && { connector: { DataType: 'String', StringValue: connector } }
  await sqs().send(
    new SendMessageCommand({
      QueueUrl: wingback.run.info.inbox,
      MessageBody: body,
      ...(attributes && { MessageAttributes: attributes }),
    }),
  )
}

test('a message becomes events by the connector that it names', async () => {
  await send('CARD,TIER\nM1,gold\n', 'members')
  await wingback.drain()
  expect((await wingback.member('M1')).facts).toMatchObject({ tier: 'gold' })
})

test('one that names none, or none that there is, is set aside and kept', async () => {
  await send('CARD,TIER\nM1,silver\n')
  await send('CARD,TIER\nM1,silver\n', 'membres')
  await send('CARD,TIER\nM1,silver\n', '../members/x')
  await wingback.drain()
  const faults = (await wingback.setAsides()).map(({ fault }) => fault)
  // The same message twice without a name that there can be is kept once.
  expect(faults.map(({ code }) => code)).toEqual(['unknown-connector', 'unknown-connector'])
  expect(faults.map(({ message }) => message).join()).toContain('"membres"')
  expect((await wingback.member('M1')).facts).toMatchObject({ tier: 'gold' })
})
