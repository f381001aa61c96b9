import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { commandReference } from '../../cli/reference.ts'
import { regionOf, sign } from '../../cli/sign.ts'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import type { LocalControl } from '../../shared/app/api/http.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'

/** The command as a person runs it, against the API over memory and a bus that counts what it is given. */

const T0 = Date.parse('2026-10-01T00:07:00Z')

let server: Server
let url: string
let folder: string
let ports: MemoryPorts
let clock: number
/** What happened, in order: entries put and moves of the clock. */
let heard: string[]
/** Told of the first move of the clock after the beginning. */
let advances: PromiseWithResolvers<void> | undefined
/** Entries that the bus throttles once. */
let throttled: Set<string>

const control: LocalControl = {
  info: () => ({
    console: url,
    api: url,
    events: url,
    mail: url,
    bus: 'wingback',
    drop: '/drop',
    inbox: '',
    local: true,
  }),
  begin: async (at) => {
    if (at < clock) return { now: clock, moved: false, note: 'the store lives later already' }
    clock = at
    heard.push(`begin ${new Date(at).toISOString()}`)
    return { now: clock, moved: true }
  },
  advance: async (to) => {
    clock = Math.min(to, clock + 60 * 60_000)
    advances?.resolve()
    heard.push(`advance ${new Date(clock).toISOString()}`)
    return { now: clock, reached: clock === to }
  },
  drain: async () => ({ quiet: heard.push('drain') > 0 }),
  atRest: (work) => work(),
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-cli-'))
  server = createServer(async (request, response) => {
    const { status, body } = request.headers['x-amz-target'] ? await putEvents(request) : await api(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

beforeEach(() => {
  ports = createMemoryPorts()
  clock = 0
  heard = []
  advances = undefined
  throttled = new Set()
})

async function api(request: IncomingMessage) {
  const { pathname, searchParams } = new URL(request.url ?? '', url)
  const { method = '', headers } = request
  const rulebooks = { load: async () => Promise.reject(new Error('none was published')), get: () => undefined }
  return handleApi(
    {
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: headers as Record<string, string>,
      body: await bodyOf(request),
    },
    { ports, rulebooks, now: () => clock, identify: bySaying, local: control },
  )
}

/** EventBridge's answer: entries one by one. An accepted one is tallied, as the pipeline would. */
async function putEvents(request: IncomingMessage) {
  const { Entries } = JSON.parse((await bodyOf(request)).toString()) as {
    Entries: { Detail: string; DetailType: string }[]
  }
  const answers: object[] = []
  for (const { Detail, DetailType } of Entries) {
    const { id } = JSON.parse(Detail) as { id: string }
    if (throttled.delete(id)) answers.push({ ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' })
    else if (id === 'refused') answers.push({ ErrorCode: 'MalformedDetail', ErrorMessage: 'no' })
    else {
      heard.push(`put ${id}`)
      await ports.tally.add({ [`accepted.${DetailType}`]: 1 })
      answers.push({ EventId: id })
    }
  }
  const FailedEntryCount = answers.filter((answer) => 'ErrorCode' in answer).length
  return { status: 200, body: JSON.stringify({ FailedEntryCount, Entries: answers }) }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

interface Ran {
  code: number
  out: string
  err: string
}

function wingback(...args: string[]): Promise<Ran> {
  return run({ WINGBACK_URL: url }, args)
}

function run(env: Record<string, string>, args: string[], file = 'cli/main.ts'): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { env: { ...process.env, ...env } }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

const line = (id: string, minutes: number) =>
  JSON.stringify({
    Source: 'airline.voc',
    DetailType: 'survey.answered',
    Detail: { id, occurredAt: new Date(T0 + minutes * 60_000).toISOString(), memberId: 'CA1', nps: 9 },
  })

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name)
  const text = lines.join('\n')
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text)
  return path
}

describe('replay', () => {
  test('puts every line, moves the clock before, waits, and reports what became of them', async () => {
    throttled.add('a')
    const file = await fileOf('events.jsonl.gz', [line('a', 0), line('b', 5), 'no JSON', '', line('c', 130)])
    const { code, out } = await wingback('replay', file, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ sent: 3, accepted: 3, duplicates: 0, setAside: 1, notSent: 1 })
    expect(heard.map((each) => each.replace('2026-10-01T', '').replace(':00.000Z', ''))).toEqual([
      'begin 00:12',
      'put b',
      'put a',
      'advance 01:12',
      'advance 02:12',
      'advance 02:17',
      'put c',
      'drain',
    ])
    const { entries } = await ports.setAsides.list({ limit: 10 })
    expect(entries).toMatchObject([
      { fault: { code: 'not-json' }, envelope: { detail: { where: 'events.jsonl.gz:3', raw: 'no JSON' } } },
    ])
  })

  test('what the bus refuses for good is set aside', async () => {
    const file = await fileOf('refused.jsonl', [line('refused', 0), line('good', 0)])
    expect(JSON.parse((await wingback('replay', file, '--json')).out)).toMatchObject({
      sent: 1,
      accepted: 1,
      setAside: 1,
    })
  })

  test('--live leaves the clock alone', async () => {
    const file = await fileOf('live.jsonl', [line('x', 0)])
    expect((await wingback('replay', file, '--live')).out).toMatch(/^1 sent: 1 accepted, 0 duplicates, 0 set aside/)
    expect(heard).toEqual(['put x', 'drain'])
  })

  test('a store that lives later keeps its time, and that is said', async () => {
    clock = T0 + 86_400_000
    const { err } = await wingback('replay', await fileOf('late.jsonl', [line('y', 0)]))
    expect(err).toContain('the store lives later already')
    expect(heard).toEqual(['put y', 'drain'])
  })

  test('a file that is missing or broken is refused', async () => {
    expect(await wingback('replay', join(folder, 'none.jsonl'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no file'),
    })
  })

  test.each([
    ['not gzip', 'broken.jsonl.gz', Buffer.from('this is not gzip'), 'not packed with gzip'],
    ['gzip by another name', 'packed.jsonl', gzipSync(line('a', 0)), 'call it'],
    ['a zip archive', 'events.zip', Buffer.from('PK\u0003\u0004'), 'unpack it'],
    ['UTF-16', 'sixteen.jsonl', Buffer.from(`\ufeff${line('a', 0)}`, 'utf16le'), 'save it as UTF-8'],
    ['packed UTF-16', 'sixteen.jsonl.gz', gzipSync(Buffer.from(line('a', 0), 'utf16le')), 'save it as UTF-8'],
  ])('a file that is %s is refused before anything is sent', async (_name, name, content, said) => {
    const file = join(folder, name)
    await writeFile(file, content)
    const good = await fileOf('good.jsonl', [line('before', 0)])
    expect(await wingback('replay', good, file)).toMatchObject({ code: 1, err: expect.stringContaining(said) })
    expect(heard).toEqual([])
  })

  test('that breaks off says what was sent, keeps what was wrong, and lets the clock go', async () => {
    const lines = [line('a', 0), 'no JSON', ...Array.from({ length: 5_000 }, (_, i) => line(`n${i}`, 1))]
    const whole = gzipSync(lines.join('\n'))
    const file = join(folder, 'torn.jsonl.gz')
    await writeFile(file, whole.subarray(0, whole.length / 2))
    const { code, err } = await wingback('replay', file)
    expect(code).toBe(1)
    expect(err).toMatch(/torn\.jsonl\.gz cannot be read: unexpected end of file; before that, [\d,]+ events were sent/)
    expect(err).toContain('a replay of the same files goes on from there')
    const sent = heard.filter((each) => each.startsWith('put')).length
    expect(Number(/that, ([\d,]+)/.exec(err)![1]!.replace(',', ''))).toBe(sent)
    expect(sent).toBeGreaterThan(0)
    expect(heard.at(-1)).toBe('drain')
    expect((await ports.setAsides.list({ limit: 10 })).entries).toHaveLength(1)
  })

  test('that is ended by Ctrl-C does the same', async () => {
    advances = Promise.withResolvers()
    const file = await fileOf('long.jsonl', [line('a', 0), line('b', 600)])
    const child = spawn(process.execPath, ['cli/main.ts', 'replay', file], {
      env: { ...process.env, WINGBACK_URL: url },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    await advances.promise
    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(err).toContain('the replay was stopped; before that, 1 event was sent')
    expect(heard.at(-1)).toBe('drain')
  })

  test('a line that is not UTF-8 is set aside with what it probably is, the others are sent', async () => {
    const file = join(folder, 'gbk.jsonl')
    const name = Buffer.from([0xcd, 0xf5, 0xce, 0xb0])
    const [before = '', after = ''] = line('NAME', 0).split('NAME')
    await writeFile(file, Buffer.concat([Buffer.from(`${line('a', 0)}\n${before}`), name, Buffer.from(after)]))
    expect(JSON.parse((await wingback('replay', file, '--json')).out)).toMatchObject({ sent: 1, setAside: 1 })
    const { entries } = await ports.setAsides.list({ limit: 10 })
    expect(entries).toMatchObject([
      {
        fault: { code: 'not-utf8', hint: expect.stringContaining('GBK') },
        envelope: { detail: { where: 'gbk.jsonl:2', raw: expect.stringContaining('王伟') } },
      },
    ])
  })
})

describe('answers', () => {
  test('status, for people and for machines', async () => {
    await ports.tally.add({ members: 50_385, 'accepted.flight.completed': 24_564, 'email.sent': 3 })
    const people = await wingback('status')
    expect(people.out).toContain('50,385')
    expect(people.out).toMatch(/email +3 sent/)
    expect(JSON.parse((await wingback('status', '--json')).out)).toMatchObject({
      members: 50_385,
      events: { accepted: 24_564 },
    })
  })

  test('in Chinese, where the language is set once', async () => {
    await ports.tally.add({ members: 1234, 'accepted.survey.answered': 2, 'email.sent': 2, pending: 3 })
    const { out } = await run({ WINGBACK_URL: url, WINGBACK_LANG: 'zh-CN' }, ['status'])
    expect(out).toMatch(/会员 +1,234\n/)
    expect(out).toMatch(/邮件 +已发送 2\n/)
    expect(out).not.toMatch(/accepted|members|nothing|none yet|empty/)
    const { err } = await run({ WINGBACK_URL: url, WINGBACK_LANG: 'zh-CN' }, ['stop', 'birthday'])
    expect(err).toContain('未执行任何操作')
  })

  test('export writes one member a line', async () => {
    for (const memberId of ['CA1', 'CA2']) {
      await ports.members.write({ memberId, version: 1, state: encodeMember({ ...newMember(memberId), seenFloor: 1 }) })
    }
    const lines = (await wingback('export')).out.trim().split('\n')
    expect(lines.map((each) => JSON.parse(each).memberId).sort()).toEqual(['CA1', 'CA2'])
  })

  test('what came from elsewhere cannot play tricks on the terminal', async () => {
    const envelope = {
      id: 'x',
      source: 'airline.x',
      'detail-type': 'a\u001b[2J',
      time: '',
      detail: { id: '\u202eevil' },
    }
    await ports.setAsides.put({
      key: 'k',
      setAsideAt: T0,
      fault: { code: 'unknown-type', path: '', message: 'no' },
      envelope,
      cards: [],
    })
    const tricks = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u
    const { out } = await wingback('set-aside', 'list')
    expect(out).toContain('unknown-type')
    expect(out).not.toMatch(tricks)
    const json = (await wingback('set-aside', 'list', '--json')).out
    expect(json).not.toMatch(tricks)
    expect(JSON.parse(json)).toMatchObject({ envelope })

    const given = { ...newMember('CA1'), seenFloor: 1, mergedInto: 'a\u202e\u009b2J\u007f' }
    await ports.members.write({ memberId: 'CA1', version: 1, state: encodeMember(given) })
    const exported = (await wingback('export')).out
    expect(exported).not.toMatch(tricks)
    expect(JSON.parse(exported).facts.mergedInto).toBe(given.mergedInto)

    const refused = await wingback('replay', 'no\u001b[2J.jsonl')
    expect(refused.err).toContain('there is no file')
    expect(refused.err + (await wingback('replay', 'no\u001b[2J.jsonl', '--json')).err).not.toMatch(tricks)
    expect((await wingback('stat\u001b[2J')).err).not.toMatch(tricks)
  })
})

describe('exit codes', () => {
  test('1 and what to do, where Wingback says no', async () => {
    const { code, err } = await wingback('member', 'CA9')
    expect(code).toBe(1)
    expect(err).toBe('wingback: no member is known as CA9\n  is the card number written as in the events?\n')
    const json = await wingback('member', 'CA9', '--json')
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: 'no-such-member' } })
  })

  test('1, where the command is not understood', async () => {
    expect(await wingback('statsu')).toMatchObject({ code: 1, err: expect.stringContaining('Did you mean status?') })
    expect(await wingback('replay')).toMatchObject({ code: 1 })
  })

  test.each([
    ['--miles <n>', ['ledger', 'grant', 'CA1', '--reason', 'x', '--miles', 'abc']],
    ['--miles <n>', ['ledger', 'grant', 'CA1', '--reason', 'x', '--miles', '-5']],
    ['--limit <n>', ['audience', 'gone-quiet', '--limit', 'abc']],
    ['--limit <n>', ['history', '--limit', '501']],
    ['--limit <n>', ['set-aside', 'list', '--limit', '-1']],
    ['--code <code>', ['set-aside', 'list', '--code', 'foo']],
  ])('1 and the option %s, where that is wrong: %j', async (option, args) => {
    const { code, err } = await wingback(...args)
    expect(code).toBe(1)
    expect(err).toContain(`option '${option}' argument '${args.at(-1)}' is invalid`)
  })

  test('2, where nobody answers', async () => {
    const { code, err } = await run({ WINGBACK_URL: 'http://127.0.0.1:9' }, ['status'])
    expect(code).toBe(2)
    expect(err).toContain('no Wingback answers at http://127.0.0.1:9')
    expect(err).toContain('npm start')
  })

  test('0 for help, of every command, with examples', async () => {
    expect(await wingback('--help')).toMatchObject({ code: 0, out: expect.stringContaining('WINGBACK_URL') })
    expect(await wingback('set-aside', 'replay', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Examples:'),
    })
  })

  test('an address that would send requests in the clear to elsewhere is refused', async () => {
    expect(await run({ WINGBACK_URL: 'http://example.com' }, ['status'])).toMatchObject({ code: 1 })
  })
})

describe('count', () => {
  const of = (...args: string[]) =>
    wingback('count', 'campaigns', '--members', 'infra/local/sample/members.jsonl', '--at', '2026-10-01', ...args)

  test('says how many an audience would have, with other values too, and needs nothing running', async () => {
    const { out } = await of('--audience', 'gone-quiet', '--try', 'lastFlight.atLeast=90d,180d', '--json')
    const { members, audiences } = JSON.parse(out) as {
      members: number
      audiences: { label: string; members: number }[]
    }
    expect(members).toBeGreaterThan(200)
    expect(audiences.map(({ label }) => label)).toEqual([
      'Regulars who went quiet',
      'lastFlight atLeast 90d',
      'lastFlight atLeast 180d',
    ])
    const [asItIs, sooner, same] = audiences.map((each) => each.members)
    expect(same).toBe(asItIs)
    expect(sooner).toBeGreaterThan(asItIs!)
    expect((await of('--audience', 'gone-quiet', '--lang', 'zh-CN')).out).toMatch(/人群 +会员数/)
  })

  test('of what it cannot try it says what is wrong', async () => {
    const wrong = await of('--audience', 'gone-quiet', '--try', 'lastFlight.atLeast=90')
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('with its unit: 90d') })
    expect((await of('--audience', 'gone-quite')).err).toContain('did you mean "gone-quiet"?')
    expect((await of('--try', 'tier=gold')).err).toContain('--audience')
  })
})

describe('before anything is made live', () => {
  test('what would come of it is said, and without --yes nothing is done where nobody can answer', async () => {
    const { code, out, err } = await wingback('publish', 'campaigns', '--lang', 'zh-CN')
    expect(code).toBe(1)
    expect(out).toMatch(/规则集 [0-9a-f]{16} 生效后立即发生的变化/)
    expect(err).toContain('--yes')
    const { out: json } = await wingback('publish', 'campaigns', '--json')
    expect(JSON.parse(json)).toMatchObject({ would: { looked: 0, atOnce: {}, overlaps: [], loosens: [] } })
    expect(await ports.world.read()).toMatchObject({ version: 0 })
  })

  test('with --yes it is done', async () => {
    const { code, out, err } = await wingback('publish', 'campaigns', '--yes', '--lang', 'en')
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^live: [0-9a-f]{16}\n$/) })
    expect(err).toContain('would do at once')
    expect((await ports.world.read()).rulebook).toBeDefined()
  })
})

test('the launcher passes arguments and exit codes on', async () => {
  expect(await run({ WINGBACK_URL: url }, ['member', 'CA9'], 'cli/wingback.mjs')).toMatchObject({ code: 1 })
})

test('the reference in the docs is what --help says', async () => {
  expect(await readFile('docs/operations/commands.md', 'utf8')).toBe(commandReference('en'))
})

test('a request to AWS is signed, its body too', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' })
  const url = new URL('https://abc.execute-api.eu-west-1.amazonaws.com/v1/pauses?by=Li%20Wei')
  const headers = await sign('POST', url, { 'content-type': 'application/json' }, Buffer.from('{}'))
  expect(headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/execute-api\/aws4_request, SignedHeaders=content-type;host;/,
  )
})

test('the region to sign for comes from the address, else from the environment', () => {
  expect(regionOf('abc.execute-api.eu-west-1.amazonaws.com', {})).toBe('eu-west-1')
  expect(regionOf('abc.execute-api.cn-north-1.amazonaws.com.cn', {})).toBe('cn-north-1')
  expect(regionOf('wingback.airline.example', { AWS_REGION: 'us-east-1' })).toBe('us-east-1')
  expect(() => regionOf('wingback.airline.example', {})).toThrow('AWS region')
})
