import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import pMap from 'p-map'
import type { createClients } from '../shared/adapters/aws/index.ts'
import { table, mail as wiring } from '../shared/pipeline.ts'

type Clients = Pick<ReturnType<typeof createClients>, 'dynamo' | 'ses'>

/** As many at once as a function has under way. */
const AT_ONCE = 64
/** As long as a member in the table, and as a mail. */
const STATE = 'x'.repeat(700)
const BODY = '<p>We are sorry.</p>'.repeat(200)

/**
 * Processor time, in ms, of the least that a mail which is sent once needs: the member is written when it is decided and when
 * it is claimed, each on condition of its version, and SES is called. The same SDK, nothing around it.
 */
export async function measureFloor(clients: Clients, mails: number, warmUp: number): Promise<number> {
  await sendBare(clients, 'warm-up', warmUp)
  const before = process.cpuUsage()
  await sendBare(clients, 'measured', mails)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / mails
}

async function sendBare({ dynamo, ses }: Clients, who: string, mails: number): Promise<void> {
  await pMap(
    Array.from({ length: mails }, (_, i) => `M#${who}-${i}`),
    async (pk) => {
      await write(pk, 1)
      await write(pk, 2)
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: 'care@example.com',
          Destination: { ToAddresses: ['member@example.com'] },
          Content: { Simple: { Subject: { Data: 'Sorry' }, Body: { Html: { Data: BODY }, Text: { Data: BODY } } } },
          ConfigurationSetName: wiring.configurationSet,
        }),
      )
    },
    { concurrency: AT_ONCE },
  )

  async function write(pk: string, version: number): Promise<void> {
    const isNext = version === 1 ? 'attribute_not_exists(pk)' : 'v = :before'
    await dynamo.send(
      new PutItemCommand({
        TableName: table.name,
        Item: { pk: { S: pk }, sk: { S: 'M' }, v: { N: String(version) }, state: { S: STATE } },
        ConditionExpression: isNext,
        ...(version > 1 && { ExpressionAttributeValues: { ':before': { N: String(version - 1) } } }),
      }),
    )
  }
}
