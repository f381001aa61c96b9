import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { books, enrols } from '../support/airline.ts'
import { startProcess } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** A terminal that is set up for a mail server and for an AWS account: a local run must reach neither. */

const T0 = '2026-10-05T04:00:00Z'
const before = { ...process.env }

let folder: string
let wingback: Awaited<ReturnType<typeof startProcess>>
let aws: Server
let mailServer: ReturnType<typeof createTcpServer>
const asked: string[] = []

beforeAll(async () => {
  aws = createServer((request, response) => {
    asked.push(`AWS ${request.method} ${request.url}`)
    response.writeHead(200).end('{}')
  })
  mailServer = createTcpServer((socket) => {
    asked.push('a mail server')
    socket.end('421 not here\r\n')
  })
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve))
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve))
  const { port: smtp } = mailServer.address() as AddressInfo
  const awsUrl = `http://127.0.0.1:${(aws.address() as AddressInfo).port}`
  folder = await mkdtemp(join(tmpdir(), 'wingback-'))
  const config = join(folder, 'config')
  await writeFile(
    config,
    `[profile production]\nregion = eu-west-1\nendpoint_url = ${awsUrl}\nuse_fips_endpoint = true\n`,
  )
  Object.assign(process.env, {
    SMTP_TRANSPORT: JSON.stringify({ host: '127.0.0.1', port: smtp }),
    AWS_PROFILE: 'production',
    AWS_CONFIG_FILE: config,
    AWS_ACCESS_KEY_ID: 'AKIAREAL',
    AWS_SECRET_ACCESS_KEY: 'real',
    AWS_ENDPOINT_URL: awsUrl,
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_REGION: 'eu-west-1',
  })
  wingback = await startProcess('--empty')
  process.env = before
}, 60_000)
afterAll(async () => {
  await wingback.kill()
  for (const server of [aws, mailServer]) server.close()
  await rm(folder, { recursive: true })
})

test('mails go into the local viewer and nowhere else, events to the local bus', async () => {
  await wingback.publish(smallRulebook)
  await wingback.begin(T0)
  await wingback.put([enrols('M1', T0)])
  await wingback.put([books('M1', T0, 'PNR1')])
  await wingback.drain()
  expect(await wingback.mails()).toHaveLength(1)
  // The double would send on after it has answered: it gets the time for that.
  for (let turn = 0; turn < 50; turn++) await wingback.mails()
  expect(asked).toEqual([])
})
