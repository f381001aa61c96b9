import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/** `wingback import csv` as a person runs it, against a bus that counts what it is given. */

let server: Server
let url: string
let folder: string
/** Ids that the bus has taken, in their order. */
let taken: string[]
let aside: { where: string; code: string }[]
/** Told of each call to the bus. */
let onPut: () => void

const mapping = `connector: members
kind: csv
event: member.updated
zone: Asia/Shanghai
dates: [YYYY/M/D]
id: "members:{AS_OF}:{CARD}"
fields:
  memberId: { column: CARD, digits: 6 }
  occurredAt: { column: AS_OF, as: time }
  givenName: NAME
  tier: TIER
`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-import-'))
  server = createServer(async (request, response) => {
    const body = await answer(request)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await mkdir(join(folder, 'connectors'))
  await writeFile(join(folder, 'connectors', 'members.yaml'), mapping)
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

beforeEach(() => {
  taken = []
  aside = []
  onPut = () => {}
})

async function answer(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const said = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
  if (request.url?.startsWith('/v1/run')) return { bus: 'wingback', events: url }
  if (request.url?.startsWith('/v1/set-asides')) {
    aside.push(...said.lines)
    return { added: said.lines.length, known: 0 }
  }
  const Entries = (said.Entries as { Detail: string }[]).map(({ Detail }) => {
    const { id } = JSON.parse(Detail) as { id: string }
    if (id.endsWith('refused')) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'no' }
    taken.push(id)
    return { EventId: id }
  })
  onPut()
  return { FailedEntryCount: Entries.filter((each) => 'ErrorCode' in each).length, Entries }
}

function begin(args: string[], nodeOptions: string[] = []) {
  const main = ['cli/main.ts', 'import', 'csv', join(folder, 'connectors', 'members.yaml'), ...args]
  const env = { ...process.env, WINGBACK_URL: url }
  const child = spawn(process.execPath, [...nodeOptions, ...main], { env })
  return { child, done: endOf(child) }
}

async function endOf(child: ChildProcess) {
  const said = { out: '', err: '' }
  child.stdout!.on('data', (text) => {
    said.out += text
  })
  child.stderr!.on('data', (text) => {
    said.err += text
  })
  const [code] = await once(child, 'close')
  return { code: code as number | null, ...said }
}

const importing = (file: string, state: string, ...more: string[]) =>
  begin([file, '--state', join(folder, state), '--json', ...more]).done

const rowOf = (n: number, tier = 'gold', asOf = '2026/8/31') => `${n},Name ${n},${tier},${asOf}`
const tableOf = (rows: string[], mark = ',') =>
  ['CARD,NAME,TIER,AS_OF', ...rows].join('\r\n').replaceAll(',', mark).concat('\r\n')
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

test('an import that is killed goes on where it was: nothing is missing, and little comes twice', async () => {
  const ROWS = 6_000
  const file = await fileOf('many.csv', tableOf(numbers(ROWS).map((n) => rowOf(n))))
  const args = [file, '--state', join(folder, 'killed')]
  const first = begin(args)
  onPut = () => {
    if (taken.length > ROWS / 3) first.child.kill('SIGKILL')
  }
  expect((await first.done).code).toBeNull()
  const before = taken.length
  expect(before).toBeLessThan(ROWS)
  onPut = () => {}
  expect((await begin(args).done).code).toBe(0)
  expect(new Set(taken).size).toBe(ROWS)
  // A batch, and what was in flight beside it.
  expect(taken.length - ROWS).toBeLessThanOrEqual(1_000)
  const after = taken.length
  await begin(args).done
  expect(taken).toHaveLength(after)
}, 60_000)

test('the next file sends what is new or says something else, whatever its date', async () => {
  const old = await fileOf('august.csv', tableOf([rowOf(1), rowOf(2), rowOf(3)]))
  const next = tableOf([rowOf(1, 'gold', '2026/9/30'), rowOf(2, 'silver', '2026/9/30'), rowOf(4, 'gold', '2026/9/30')])
  await importing(old, 'next')
  const { out } = await importing(await fileOf('september.csv', next), 'next')
  expect(JSON.parse(out)).toEqual({ rows: 3, sent: 2, unchanged: 1, setAside: 0 })
  expect(taken.slice(3).sort()).toEqual(['members:2026-09-30:2', 'members:2026-09-30:4'])
})

test('what is kept of a file is nothing but hashes that nobody can guess at', async () => {
  const file = await fileOf('personal.csv', tableOf([rowOf(417, 'platinum')]))
  await importing(file, 'one')
  await importing(file, 'other')
  const kept = async (state: string) => {
    const names = (await readdir(join(folder, state))).filter((name) => name.startsWith('members.sqlite'))
    const files = await Promise.all(names.map((name) => readFile(join(folder, state, name))))
    return Buffer.concat(files).toString('latin1')
  }
  const [one, other] = await Promise.all([kept('one'), kept('other')])
  for (const word of ['000417', 'Name', 'platinum']) expect(one).not.toContain(word)
  const hash = /[\w-]{44}/.exec(one)?.[0]
  expect(hash).toBeDefined()
  expect(other).not.toContain(hash!)
  expect((await stat(join(folder, 'one', 'key'))).mode & 0o077).toBe(0)
})

test('a row that the bus refuses is set aside, and is not taken for known', async () => {
  const file = await fileOf('refused.csv', 'CARD,NAME,TIER,AS_OF\n1,A,gold,2026/8/31\n2,B,gold,2026/8/31\n')
  await writeFile(join(folder, 'connectors', 'refusing.yaml'), mapping.replace('{CARD}"', '{CARD}:refused"'))
  const { out } = await begin([file, '--state', join(folder, 'refused'), '--json']).done
  expect(JSON.parse(out)).toMatchObject({ sent: 2 })
  taken = []
  const refusing = ['cli/main.ts', 'import', 'csv', join(folder, 'connectors', 'refusing.yaml'), file, '--state']
  const run = () =>
    endOf(
      spawn(process.execPath, [...refusing, join(folder, 'refused2'), '--json'], {
        env: { ...process.env, WINGBACK_URL: url },
      }),
    )
  for (const _ of [1, 2]) expect(JSON.parse((await run()).out)).toMatchObject({ sent: 0, unchanged: 0, setAside: 2 })
  expect(aside.map(({ where }) => where)).toContain('refused.csv:2')
})

describe('a dry run', () => {
  test('shows the first ten rows as events, and sends nothing', async () => {
    const file = await fileOf(
      'dry.csv',
      tableOf(numbers(12).map((n) => rowOf(n, 'gold', n === 3 ? '2026/2/30' : undefined))),
    )
    const { out } = await importing(file, 'dry', '--dry-run')
    const { events, setAside } = JSON.parse(out)
    expect(events).toHaveLength(9)
    expect(events[0]).toEqual({
      Source: 'airline.ffp',
      DetailType: 'member.updated',
      Detail: {
        ...{ id: 'members:2026-08-31:1', memberId: '000001', occurredAt: '2026-08-30T16:00:00Z' },
        ...{ givenName: 'Name 1', tier: 'gold' },
      },
    })
    expect(setAside).toMatchObject([{ code: 'bad-field', path: 'row 4, AS_OF' }])
    expect(taken).toEqual([])
    expect(await readdir(folder)).not.toContain('dry')
  })
})

describe('as spreadsheets write it', () => {
  const chinese = 'CARD,NAME,TIER,AS_OF\r\n417,林梅,金卡,2026/8/31\r\n'
  test.each<[string, Uint8Array]>([
    ['with a byte order mark and semicolons', Buffer.from(`\uFEFF${chinese.replaceAll(',', ';')}`)],
    ['in UTF-16, with tabs', Buffer.from(`\uFEFF${chinese.replaceAll(',', '\t')}`, 'utf16le')],
    [
      'in GBK',
      Buffer.concat([
        Buffer.from('CARD,NAME,TIER,AS_OF\r\n417,'),
        Buffer.from([0xc1, 0xd6, 0xc3, 0xb7]),
        Buffer.from(','),
        Buffer.from([0xbd, 0xf0, 0xbf, 0xa8]),
        Buffer.from(',2026/8/31\r\n'),
      ]),
    ],
    ['with numbers as formulas', Buffer.from(chinese.replace('417', '"=""000417"""'))],
  ])('%s, it is read all the same', async (name, bytes) => {
    const { out } = await importing(await fileOf(`${name}.csv`, bytes), name, '--dry-run')
    expect(JSON.parse(out)).toMatchObject({
      events: [{ Detail: { memberId: '000417', givenName: '林梅', tier: '金卡' } }],
      setAside: [],
    })
  })

  test('a card of which digits are lost is set aside, with what to do', async () => {
    const { out } = await importing(
      await fileOf('lost.csv', tableOf(['1.2E+05,A,gold,2026/8/31'])),
      'lost',
      '--dry-run',
    )
    expect(JSON.parse(out).setAside).toMatchObject([{ path: 'row 2, CARD', hint: 'export the column as text' }])
  })
})

test('a file that is larger than the memory streams through it', async () => {
  // Most of them say what was told before, so that the bus is not what is waited for.
  const [ROWS, MEMBERS] = [100_000, 1_000]
  const more = ' of whom there is more to say'.repeat(6)
  const file = await fileOf(
    'large.csv',
    tableOf(numbers(ROWS).map((n) => rowOf((n % MEMBERS) + 1).replace(',gold', `${more},gold`))),
  )
  expect((await stat(file)).size).toBeGreaterThan(20_000_000)
  const { done } = begin([file, '--state', join(folder, 'large'), '--json'], ['--max-old-space-size=64'])
  const { code, out, err } = await done
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({ rows: ROWS, sent: MEMBERS, unchanged: ROWS - MEMBERS, setAside: 0 })
}, 300_000)
