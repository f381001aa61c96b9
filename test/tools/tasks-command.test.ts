import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeProgram } from '../../cli/program.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { openTask } from '../../shared/app/deliver/open-task.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

/** `wingback tasks` over the API: what waits for a person is listed, taken, noted on and closed. */

const NOW = Date.parse('2026-10-12T02:00:00Z')
let api: ApiInMemory
let server: Server

beforeEach(async () => {
  api = apiInMemory(NOW)
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://here')
    const body = await buffer(request)
    const query = Object.fromEntries(searchParams)
    const asked = {
      method: request.method!,
      path: pathname,
      query,
      headers: { 'content-type': 'application/json' },
      body,
    }
    const answer = await handleApi(asked, api.context)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.WINGBACK_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.env.WINGBACK_BY = 'li'
})

afterEach(() => {
  server.close()
  delete process.env.WINGBACK_URL
  delete process.env.WINGBACK_BY
  vi.restoreAllMocks()
})

async function run(...args: string[]): Promise<string> {
  let output = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text
    return true
  })
  await makeProgram('en').parseAsync(['node', 'wingback', 'tasks', ...args])
  return output
}

const open = (name: string, team: 'service' | 'airport', title: string) =>
  openTask(
    {
      ...{ name, memberId: 'CA100', team, title, detail: 'Find out.', within: 3_600_000 },
      about: { actionId: name, campaign: 'care', rulebook: 'r' },
    },
    api.ports,
    NOW,
  )

test('lists what is open of all teams, or of one', async () => {
  expect(await run('list')).toContain('no tasks here')
  await open('a', 'service', 'Call them')
  await open('b', 'airport', 'Tag the bag')
  expect(await run('list')).toMatch(
    /Customer service {2}CA100 {2}task-a {2}due .*\n {4}Call them: Find out\.\n.*Airport/,
  )
  expect(await run('list', '--team', 'airport')).not.toContain('Call them')
  expect(JSON.parse(await run('list', '--json', '--limit', '1')).tasks).toHaveLength(1)
})

test('takes, notes and closes, each by whoever says it', async () => {
  await open('a', 'service', 'Call them')
  expect(await run('take', 'CA100', 'task-a')).toContain('taken: Call them')
  expect(await run('note', 'CA100', 'task-a', '--comment', 'no answer')).toContain('noted')
  expect(await run('list')).toContain('no tasks here')
  expect(await run('list', '--state', 'taken')).toContain('li  noted: no answer')
  expect(await run('close', 'CA100', 'task-a', '--outcome', 'notReached')).toContain('closed: Call them')
  const [closed] = JSON.parse(await run('list', '--state', 'closed', '--json')).tasks
  expect(closed.steps.map(({ what, by }: { what: string; by: string }) => [what, by])).toEqual([
    ['taken', 'li'],
    ['noted', 'li'],
    ['closed', 'li'],
  ])
  await expect(run('take', 'CA100', 'task-a')).rejects.toThrow('closed')
  await expect(run('take', 'CA100', 'task-x')).rejects.toThrow()
})
