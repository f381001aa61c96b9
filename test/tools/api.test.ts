import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import type { ApiContext, LocalControl } from '../../shared/app/api/http.ts'
import { handleApi, refuseForeign } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { rulebookCache } from '../../shared/app/rulebooks.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { packBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'

const NOW = Date.parse('2026-10-05T02:00:00Z')

/** A rulebook with a birthday campaign, as it is published; another `airline` makes another version. */
function bundleOf(airline: string): Uint8Array {
  return packBundle({
    format: 1,
    documents: {
      'wingback.yaml': {
        airline: { name: airline },
        zone: 'Asia/Shanghai',
        locale: 'en',
        mail: { from: 'hello@airline.example' },
        holdoutSalt: '2026',
      },
      'campaigns/birthday.yaml': {
        campaign: 'birthday',
        name: 'Happy birthday',
        trigger: { date: 'birthday', at: '09:00' },
        audience: { tier: ['gold', 'platinum'] },
        steps: [{ upgradeOffer: { cabin: 'C', validFor: '1d' } }, { email: 'birthday' }],
      },
      'campaigns/weekly.yaml': {
        campaign: 'weekly',
        trigger: { schedule: { cron: '0 10 * * TUE' }, audience: 'valued' },
        limits: { perMinute: 5, inAll: 9 },
        steps: [{ wait: '1d' }],
      },
      'audiences/valued.yaml': { audience: 'valued', name: 'Valued', who: { tier: ['gold', 'platinum'] } },
    },
    templates: {
      birthday: {
        en: {
          subject: 'Happy birthday, {{ member.name }}',
          html: '<body><p>{{ airline.name }}</p><a href="{{ offer.acceptUrl }}">{{ offer.cabin | cabin }}</a><a href="{{ unsubscribeUrl }}">-</a></body>',
          text: 'Dear {{ member.name }}, until {{ offer.expiresAt | date }}. {{ unsubscribeUrl }}',
        },
      },
    },
  })
}

const versionOf = (airline: string) => unpackRulebook(bundleOf(airline)).version

let ports: MemoryPorts
let context: ApiContext

beforeEach(() => {
  ports = createMemoryPorts({ now: () => NOW })
  context = {
    ports,
    now: () => NOW,
    rulebooks: rulebookCache(ports.rulebooks, unpackRulebook),
    identify: bySaying,
  }
})

async function call(method: string, path: string, body?: object | Uint8Array) {
  const [bare = '', query = ''] = path.split('?')
  const packed = body instanceof Uint8Array
  const response = await handleApi(
    {
      method,
      path: bare,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: body === undefined ? {} : { 'content-type': packed ? 'application/gzip' : 'application/json' },
      body: packed ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    },
    context,
  )
  return { status: response.status, headers: response.headers, body: JSON.parse(response.body) }
}

async function putMember(member: Member): Promise<void> {
  await ports.members.write({ memberId: member.memberId, version: 1, state: encodeMember(member) })
}

const li: Member = {
  ...newMember('CA1'),
  layers: [{ at: 1, eventId: 'e1', fields: { givenName: 'Li', email: 'li@example.com', locale: 'en', tier: 'gold' } }],
}

describe('requests', () => {
  test('a path that does not exist is named, with the one that was meant', async () => {
    expect(await call('GET', '/v1/statu')).toMatchObject({
      status: 404,
      body: { error: { code: 'no-such-path', hint: 'did you mean "/v1/status"?' } },
    })
  })

  test('another method is told which ones there are', async () => {
    const response = await call('DELETE', '/v1/set-asides')
    expect(response).toMatchObject({ status: 405, headers: { allow: 'GET, POST' } })
  })

  test('input is checked, and the place of the mistake named', async () => {
    expect(await call('GET', '/v1/members?limit=9999')).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-request' } },
    })
    expect((await call('POST', '/v1/pauses', {})).body.error.message).toMatch(/^campaign: /)
    expect(await call('GET', '/v1/members/%7B%22a%22%3A1%7D')).toMatchObject({ status: 400 })
    expect(await call('GET', '/v1/members/%E0%A4%A')).toMatchObject({ status: 400 })
  })

  test('a body that is no JSON object, of another type, or too large is refused', async () => {
    expect(await call('POST', '/v1/pauses', [] as object)).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-json' } },
    })
    expect(await call('POST', '/v1/pauses', { campaign: 'x'.repeat(600_000) })).toMatchObject({ status: 413 })
    const plain = { method: 'POST', path: '/v1/pauses', query: {}, headers: { 'content-type': 'text/plain' } }
    expect(await handleApi({ ...plain, body: new TextEncoder().encode('{"campaign":"all"}') }, context)).toMatchObject({
      status: 415,
    })
  })

  test('what only a local run can do is absent elsewhere', async () => {
    for (const [method, path] of [
      ['GET', '/v1/run'],
      ['GET', '/v1/clock'],
      ['POST', '/v1/drain'],
      ['POST', '/v1/recount'],
    ] as const) {
      expect(await call(method, path)).toMatchObject({ status: 404, body: { error: { code: 'local-only' } } })
    }
  })
})

describe('pages of other sites', () => {
  const check = (headers: Record<string, string>) => refuseForeign({ headers })?.status

  test('are refused, and so are names that point to this machine', () => {
    expect(check({ host: 'evil.example' })).toBe(403)
    for (const host of ['127.0.0.1.evil.example:4700', 'evil.example@127.0.0.1', '127.0.0.1/.evil.example'])
      expect(check({ host })).toBe(403)
    expect(check({})).toBe(403)
    expect(check({ host: '127.0.0.1:4700', origin: 'https://evil.example' })).toBe(403)
    expect(check({ host: '127.0.0.1:4700', origin: 'http://127.0.0.1:9999' })).toBe(403)
    expect(check({ host: '127.0.0.1:4700', origin: 'null' })).toBe(403)
  })

  test('what they load is refused too, though it comes without an origin; a link that is followed is not', () => {
    const from = (site: string, mode: string, dest: string) =>
      check({ host: '127.0.0.1:4700', 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest })
    expect(from('cross-site', 'no-cors', 'image')).toBe(403)
    expect(from('same-site', 'no-cors', 'script')).toBe(403)
    expect(from('cross-site', 'navigate', 'iframe')).toBe(403)
    expect(from('cross-site', 'navigate', 'document')).toBeUndefined()
    expect(from('same-origin', 'cors', 'empty')).toBeUndefined()
    expect(from('none', 'navigate', 'document')).toBeUndefined()
  })

  test('the command and our own pages go on', () => {
    expect(check({ host: '127.0.0.1:4700' })).toBeUndefined()
    expect(check({ host: 'localhost:4700', origin: 'http://localhost:4700' })).toBeUndefined()
    expect(check({ host: '[::1]:4700' })).toBeUndefined()
  })
})

function record(id: string, reactedAt: number) {
  const body = JSON.stringify({ detail: { nps: 9 }, world: 1, receipts: [] })
  return {
    memberId: 'CA1',
    id,
    type: 'survey.answered',
    occurredAt: NOW,
    reactedAt,
    delivery: 'd',
    body,
    expiresAt: 1,
  }
}

describe('status', () => {
  test('is 0 everywhere before anything happened', async () => {
    const { body } = await call('GET', '/v1/status')
    expect(body).toMatchObject({
      members: 0,
      events: { accepted: 0, duplicates: 0, setAside: 0, byType: {} },
      actions: { email: { sent: 0, held: 0, skipped: 0, heldOut: 0, failed: 0 } },
      pending: 0,
      rulebook: { live: null, previous: null },
      clock: { now: '2026-10-05T02:00:00.000Z', movable: false },
    })
    expect(body.queues.events).toEqual({ waiting: 0, inFlight: 0, dead: 0 })
  })

  test('adds up what was accepted by type, of the airline only', async () => {
    await ports.tally.add({
      members: 3,
      'accepted.flight.completed': 5,
      'accepted.flight.disrupted': 2,
      'accepted.email.sent': 9,
      'email.sent': 4,
      'email.unknown': 1,
    })
    expect((await call('GET', '/v1/status')).body).toMatchObject({
      members: 3,
      events: { accepted: 7, byType: { 'flight.completed': 5, 'flight.disrupted': 2 } },
      actions: { email: { sent: 4 } },
      unknown: 1,
    })
  })

  test('says how campaigns stand that go by the clock', async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    const about = { campaign: 'weekly', audience: 'valued', next: '2026-10-06T02:00:00.000Z' }
    expect((await call('GET', '/v1/status')).body.rounds).toEqual([{ ...about, latest: null }])
    await ports.limits.takeOne('weekly', 9)
    expect((await call('GET', '/v1/status')).body.limits).toEqual([{ campaign: 'weekly', taken: 1, inAll: 9 }])
    const of = { campaign: 'weekly', audience: 'valued', begunAt: NOW, minute: 0, inMinute: 0, version: 1 }
    await ports.rounds.write({ ...of, id: 'a', at: NOW - 2, handed: 9, endedAt: NOW })
    await ports.rounds.write({ ...of, id: 'b', at: NOW - 1, handed: 3 })
    const latest = { due: new Date(NOW - 1).toISOString(), handed: 3, state: 'under way' }
    expect((await call('GET', '/v1/status')).body.rounds).toEqual([{ ...about, latest }])
  })

  test('recounting corrects what is wrong, outcomes by their receipts', async () => {
    context.local = localControl()
    await putMember(li)
    await ports.tally.add({ members: 7, pending: 2, 'email.held': 3, 'email.sent': 4, setAside: 1 })
    const sent = { kind: 'email', outcome: 'sent' }
    await ports.records.put([{ ...record('a', NOW), body: JSON.stringify({ detail: {}, world: 1, receipts: [sent] }) }])
    const { body } = await call('POST', '/v1/recount')
    expect(body.corrected).toContainEqual({ count: 'members', was: 7, is: 1 })
    expect(await ports.tally.read()).toMatchObject({ members: 1, 'email.sent': 1 })
    const { pending = 0, setAside = 0, 'email.held': held = 0 } = await ports.tally.read()
    expect({ pending, setAside, held }).toEqual({ pending: 0, setAside: 0, held: 0 })
  })
})

describe('members', () => {
  test.each(['ca1', 'CA%201', '%EF%BC%A3%EF%BC%A1%EF%BC%91', '%20CA1'])('%s is the card CA1', async (written) => {
    await putMember(li)
    expect((await call('GET', `/v1/members/${written}`)).body).toMatchObject({
      memberId: 'CA1',
      facts: { tier: 'gold' },
    })
    expect((await call('GET', `/v1/members/${written}/export`)).body).toMatchObject({ memberId: 'CA1' })
  })

  test('are shown with facts, what Wingback did and the timeline, newest first', async () => {
    await putMember(li)
    await ports.records.put(['a', 'b'].map((id, index) => record(id, NOW + index)))
    const { body } = await call('GET', '/v1/members/CA1')
    expect(body).toMatchObject({ memberId: 'CA1', facts: { tier: 'gold' }, wingback: { journeys: [] } })
    expect(body.timeline.map((each: { id: string }) => each.id)).toEqual(['b', 'a'])
    expect(body.timeline[0]).toMatchObject({ type: 'survey.answered', detail: { nps: 9 }, decisions: [] })
  })

  test('have a timeline that goes on to the oldest, page by page', async () => {
    await putMember(li)
    await ports.records.put(['a', 'b', 'c', 'd', 'e'].map((id, index) => record(id, NOW + index)))
    const pages: string[][] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await call('GET', `/v1/members/CA1?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      pages.push(body.timeline.map(({ id }: { id: string }) => id))
      cursor = body.cursor
    }
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']])
    const { body: first } = await call('GET', '/v1/masked-members/CA1?limit=4')
    const { body: last } = await call('GET', `/v1/masked-members/CA1?cursor=${encodeURIComponent(first.cursor)}`)
    expect([first.timeline.length, last.timeline.length, last.cursor]).toEqual([4, 1, null])
    expect(await call('GET', '/v1/members/CA1?cursor=elsewhere')).toMatchObject({ status: 400 })
  })

  test('one that nobody knows is not found', async () => {
    expect(await call('GET', '/v1/members/CA9')).toMatchObject({
      status: 404,
      body: { error: { code: 'no-such-member' } },
    })
  })

  test('are exported page by page, each once', async () => {
    for (const id of ['CA1', 'CA2', 'CA3']) await putMember({ ...li, memberId: id })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const path: string = `/v1/members?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
      const { body } = await call('GET', path)
      seen.push(...body.members.map((member: Member) => member.memberId))
      cursor = body.cursor
    } while (cursor)
    expect(seen.sort()).toEqual(['CA1', 'CA2', 'CA3'])
  })

  test('an explanation of a campaign that does not exist says which there are', async () => {
    await putMember(li)
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    expect((await call('GET', '/v1/members/CA1/explain?campaign=birthdays')).body.error).toMatchObject({
      code: 'no-such-campaign',
      hint: 'did you mean "birthday"?',
    })
    const { body } = await call('GET', '/v1/members/CA1/explain?campaign=birthday')
    expect(body).toMatchObject({
      zone: 'Asia/Shanghai',
      explanations: [{ campaign: 'birthday', verdict: 'didNotGet' }],
    })
  })
})

describe('an explanation', () => {
  const explanation = (query = '') => call('GET', `/v1/members/CA1/explain${query}`)

  test('as of a minute, but not of a day', async () => {
    await putMember(li)
    expect(await explanation('?at=2026-09-12T15:00%2B08:00')).toMatchObject({ status: 200 })
    expect(JSON.stringify((await explanation('?at=2026-09-12')).body.error)).toContain('2026-10-01T08:30:00+08:00')
  })

  test('of an erased card says when', async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    await putMember({ ...li, erasedAt: NOW })
    expect((await explanation()).body).toMatchObject({ erasedAt: new Date(NOW).toISOString(), explanations: [] })
  })

  test('of a merged card says where to ask', async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    await putMember({ ...li, mergedInto: 'CA2' })
    expect((await explanation()).body).toMatchObject({ mergedInto: 'CA2', explanations: [] })
  })

  test('of a card at the beginning of a chain says who goes on at its end; so do the card, its export and its ledger', async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    const cards = Array.from({ length: 12 }, (_, i) => `CA${i + 1}`)
    for (const [i, memberId] of cards.slice(0, -1).entries())
      await putMember({ ...newMember(memberId), mergedInto: cards[i + 1]! })
    const last = { ...li, memberId: 'CA12', aliases: cards.slice(0, -1) }
    await putMember(last)
    expect((await explanation()).body).toMatchObject({ mergedInto: 'CA12', explanations: [] })
    expect((await call('GET', '/v1/members/CA1')).body).toMatchObject({ mergedInto: 'CA12', erased: false })
    const { memberId, cards: shown } = (await call('GET', '/v1/members/CA1/export')).body
    expect([memberId, ...shown.slice(1).map((card: { memberId: string }) => card.memberId)]).toEqual([
      'CA12',
      ...last.aliases,
    ])
    expect((await call('GET', '/v1/ledger/entries/CA1')).body).toMatchObject({ memberId: 'CA12' })
    await ports.members.write({ memberId: 'CA12', version: 2, state: encodeMember({ ...last, erasedAt: NOW }) })
    expect((await call('GET', '/v1/members/CA1')).body).toMatchObject({ erased: true })
  })
})

describe('audiences', () => {
  beforeEach(async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    const memberships = ['CA1', 'CA2', 'CA3'].map((memberId) => {
      return { audience: 'valued', memberId, version: 1, since: NOW }
    })
    await ports.audiences.put([...memberships, { audience: 'valued', memberId: 'CA4', version: 2 }], NOW)
    await ports.counters.add([{ set: 'audience/valued', name: 'in', by: 3 }], NOW)
  })

  test('are counted, and read page by page', async () => {
    expect((await call('GET', '/v1/audiences')).body).toEqual({
      audiences: [
        {
          audience: 'valued',
          name: 'Valued',
          members: 3,
          reachable: 0,
          inAWeek: null,
          who: ['tier gold or platinum'],
        },
      ],
    })
    const first = await call('GET', '/v1/audiences/valued?limit=2')
    expect(first.body).toMatchObject({ members: 3, page: [{ memberId: 'CA1', since: '2026-10-05T02:00:00.000Z' }, {}] })
    const second = await call('GET', `/v1/audiences/valued?limit=2&cursor=${first.body.cursor}`)
    expect(second.body).toMatchObject({ page: [{ memberId: 'CA3' }], cursor: null })
  })

  test('one that there is not is told, with the one that was meant', async () => {
    expect(await call('GET', '/v1/audiences/valud')).toMatchObject({
      status: 404,
      body: { error: { code: 'no-such-audience', hint: 'did you mean "valued"?' } },
    })
  })
})

describe('a cursor', () => {
  const refusal = { status: 400, body: { error: { code: 'bad-cursor' } } }

  test.each(['/v1/members', '/v1/history', '/v1/audiences/valued', '/v1/set-asides'])(
    'that was never given out for %s is refused',
    async (path) => {
      await call('PUT', '/v1/rulebooks', bundleOf('A'))
      for (const cursor of ['', 'nonsense', '0', '-1', 'bm9uc2Vuc2U'])
        expect(await call('GET', `${path}?cursor=${cursor}`)).toMatchObject(refusal)
    },
  )

  test('of one list is none of another', async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    await call('PUT', '/v1/rulebooks', bundleOf('B'))
    const { cursor } = (await call('GET', '/v1/history?limit=1')).body
    expect(await call('GET', `/v1/members?cursor=${cursor}`)).toMatchObject(refusal)
    expect(await call('POST', '/v1/set-asides/replay', { cursor })).toMatchObject(refusal)
  })
})

describe('publishing', () => {
  const [a, b] = ['A', 'B'].map(versionOf) as [string, string]
  const put = (airline: string, by = 'Li') => call('PUT', `/v1/rulebooks?by=${by}`, bundleOf(airline))

  test('makes a rulebook live, keeps the one before, and says who', async () => {
    await put('A')
    const second = await call('PUT', '/v1/rulebooks?by=Li', bundleOf('B'))
    expect(second.body).toMatchObject({ version: b, previous: a, changed: true, sweeping: false, campaigns: 2 })
    expect(await ports.world.read()).toMatchObject({ rulebook: b, previousRulebook: a })
    expect(unpackRulebook((await ports.rulebooks.read(a))!).version).toBe(a)
  })

  test('is kept with who and when, read page by page', async () => {
    await put('A')
    await put('B', 'Wang')
    const at = new Date(NOW).toISOString()
    const [latest, first] = [
      { at, by: 'Wang', what: `published ${b}`, rulebook: b },
      { at, by: 'Li', what: `published ${a}`, rulebook: a },
    ]
    const { body } = await call('GET', '/v1/history')
    expect(body).toEqual({ zone: 'Asia/Shanghai', history: [latest, first], cursor: null })
    const { history, cursor } = (await call('GET', '/v1/history?limit=1')).body
    expect(history).toEqual([latest])
    const next = await call('GET', `/v1/history?limit=1&cursor=${cursor}`)
    expect(next.body).toMatchObject({ history: [first], cursor: null })
  })

  test('shows it to the members, where there are any', async () => {
    await putMember(li)
    expect((await put('A')).body.sweeping).toBe(true)
    expect(ports.queues.take('sweeps', 10).map(({ body }) => JSON.parse(body))).toEqual([{ rulebook: a, cursor: null }])
  })

  test('one with problems is refused with all of them and changes nothing', async () => {
    const bad = packBundle({ format: 1, documents: { 'wingback.yaml': { zone: 'Mars/Olympus' } }, templates: {} })
    for (const bytes of [bad, Buffer.from('not gzip'), Buffer.from('')]) {
      const { status, body } = await call('PUT', '/v1/rulebooks', bytes)
      expect({ status, code: body.error.code }).toEqual({ status: 422, code: 'invalid-rulebook' })
      expect(body.error.problems.length).toBeGreaterThan(0)
    }
    expect(await ports.world.read()).toMatchObject({ version: 0 })
  })

  test('one whose template would leave a hole in a mail is refused', async () => {
    const bundle = JSON.parse(gunzipSync(bundleOf('A')).toString())
    bundle.templates.birthday.en.text += '{{ member.nmae }}'
    const { status, body } = await call('PUT', '/v1/rulebooks', packBundle(bundle))
    expect(status).toBe(422)
    expect(body.error.problems).toMatchObject([{ file: 'templates/birthday/en', path: 'text' }])
  })

  test('the same again keeps the one before', async () => {
    for (const airline of ['A', 'B', 'B']) await put(airline)
    expect(await ports.world.read()).toMatchObject({ rulebook: b, previousRulebook: a })
  })

  test('rolls back and forth, and not before there are two', async () => {
    expect(await call('POST', '/v1/rulebooks/rollback', {})).toMatchObject({ status: 409 })
    for (const airline of ['A', 'B']) await put(airline)
    expect((await call('POST', '/v1/rulebooks/rollback', {})).body).toMatchObject({ version: a, previous: b })
    expect((await call('POST', '/v1/rulebooks/rollback', {})).body).toMatchObject({ version: b, previous: a })
  })

  test('rolls back to any that was live, and to no other', async () => {
    for (const airline of ['A', 'B', 'C']) await put(airline)
    const to = (version: string) => call('POST', '/v1/rulebooks/rollback', { to: version })
    expect((await to(a)).body).toMatchObject({ version: a, previous: versionOf('C'), changed: true })
    expect((await to(a)).body).toMatchObject({ version: a, changed: false })
    expect((await call('GET', '/v1/history')).body.history[0]).toMatchObject({ what: `rolled back to ${a}` })
    await ports.rulebooks.write(versionOf('D'), bundleOf('D'))
    expect(await to(versionOf('D'))).toMatchObject({ status: 404, body: { error: { code: 'never-live' } } })
    expect((await to(b.slice(0, 7))).body.error.hint).toBe(`did you mean "${b}"?`)
    expect((await to(b.slice(0, 8))).body).toMatchObject({ version: b, previous: a, changed: true })
  })

  test('a sender outside of the identity that mails are sent from here is refused, when rolling back, too', async () => {
    for (const airline of ['A', 'B']) await put(airline)
    context.mailIdentity = 'mail.airline.example'
    for (const answer of [await put('C'), await call('POST', '/v1/rulebooks/rollback', {})]) {
      expect(answer).toMatchObject({
        status: 422,
        body: { error: { problems: [{ file: 'wingback.yaml', path: 'mail.from', code: 'sender-not-ours' }] } },
      })
      expect(answer.body.error.message).toContain('hello@airline.example is not within mail.airline.example')
      expect(answer.body.error.hint).toContain('mail.from')
    }
    expect(await ports.world.read()).toMatchObject({ rulebook: b, previousRulebook: a })
    context.mailIdentity = 'airline.example'
    expect(await put('C')).toMatchObject({ status: 200 })
  })

  test('several at once all take effect, one after the other', async () => {
    await Promise.all(['A', 'B', 'C'].map((airline) => put(airline)))
    expect((await call('GET', '/v1/history')).body.history).toHaveLength(3)
  })
})

describe('what would come of a rulebook', () => {
  const preview = (body: Uint8Array | object, query = '') => call('POST', `/v1/rulebooks/preview${query}`, body)

  test('is asked page by page, and nothing is kept or done', async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    await putMember(li)
    await putMember({ ...li, memberId: 'CA2' })
    const world = await ports.world.read()
    const first = await preview(bundleOf('B'), '?limit=1')
    expect(first).toMatchObject({
      status: 200,
      body: {
        version: versionOf('B'),
        live: versionOf('A'),
        looked: 1,
        atOnce: {},
        had: { tier: ['gold'] },
        loosens: [],
        changed: [],
        stopped: [],
      },
    })
    expect(first.body.asked).toContainEqual({ name: 'tier', value: 'platinum', in: 'audience valued' })
    const { body: last } = await preview(bundleOf('B'), `?limit=1&cursor=${encodeURIComponent(first.body.cursor)}`)
    expect(last).toMatchObject({ looked: 1, cursor: null })
    expect(last).not.toHaveProperty('asked')
    expect(await ports.world.read()).toEqual(world)
    expect(await ports.rulebooks.read(versionOf('B'))).toBeUndefined()
    expect(ports.queues.take('events', 10)).toEqual([])
  })

  test('of one that was published by its version, and not of one that nobody knows', async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    expect((await preview({ version: versionOf('A') })).body).toMatchObject({ version: versionOf('A'), changed: [] })
    expect(await preview({ version: 'nothing' })).toMatchObject({ status: 404 })
    expect(await preview(Buffer.from('not gzip'))).toMatchObject({ status: 422 })
  })
})

describe('how many an audience would have', () => {
  test('is counted page by page, of a rulebook that is not live', async () => {
    for (const memberId of ['CA1', 'CA2', 'CA3']) await putMember({ ...li, memberId })
    await putMember({ ...li, memberId: 'CA4', mergedInto: 'CA1' })
    const count = (query: string) => call('POST', `/v1/rulebooks/count${query}`, bundleOf('A'))
    const { body: first } = await count('?limit=3')
    const { body: last } = await count(`?cursor=${encodeURIComponent(first.cursor)}`)
    expect(first.looked + last.looked).toBe(3)
    expect(first.audiences.valued.members + last.audiences.valued.members).toBe(3)
    expect(first.audiences.valued.agreed).toBe(0)
    expect(await ports.world.read()).toMatchObject({ version: 0 })
  })
})

describe('pausing', () => {
  beforeEach(() => call('PUT', '/v1/rulebooks', bundleOf('A')))

  test('is kept with who and when, and taken back', async () => {
    await call('POST', '/v1/pauses', { campaign: 'birthday', by: 'Li' })
    expect((await ports.world.read()).paused).toEqual({ birthday: { since: NOW, by: 'Li' } })
    expect((await call('POST', '/v1/pauses', { campaign: 'birthday' })).body.changed).toBe(false)
    expect((await call('DELETE', '/v1/pauses/birthday?by=Wang')).body).toEqual({
      changed: true,
      paused: {},
      stopped: {},
    })
    const [latest] = (await call('GET', '/v1/history')).body.history
    expect(latest).toMatchObject({ by: 'Wang', what: 'resumed birthday', rulebook: versionOf('A') })
  })

  test('`all` is a pause of its own', async () => {
    for (const campaign of ['all', 'birthday']) await call('POST', '/v1/pauses', { campaign })
    expect((await call('DELETE', '/v1/pauses/all')).body.paused).toHaveProperty('birthday')
  })

  test('a misspelt campaign is refused: it would go on unnoticed', async () => {
    const { status, body } = await call('POST', '/v1/pauses', { campaign: 'birtday' })
    expect({ status, hint: body.error.hint }).toEqual({ status: 404, hint: 'did you mean "birthday"?' })
    expect(await call('DELETE', '/v1/pauses/birthday')).toMatchObject({ status: 409 })
  })
})

describe('stopping', () => {
  beforeEach(() => call('PUT', '/v1/rulebooks', bundleOf('A')))
  const stop = (campaign: string) => call('POST', '/v1/stops', { campaign, by: 'Li' })

  test('is kept with who and when, shown, and taken back for whoever begins later', async () => {
    expect((await stop('birthday')).body).toMatchObject({
      changed: true,
      stopped: { birthday: { since: NOW, by: 'Li' } },
    })
    expect((await stop('birthday')).body.changed).toBe(false)
    expect((await call('GET', '/v1/status')).body.stopped).toEqual({ birthday: { since: NOW, by: 'Li' } })
    expect((await call('DELETE', '/v1/pauses/birthday?by=Wang')).body).toMatchObject({ changed: true, stopped: {} })
    expect((await ports.world.read()).stops).toEqual({ birthday: { at: NOW, by: 'Li', resumed: true } })
    expect((await call('DELETE', '/v1/pauses/birthday')).status).toBe(409)
    const told = (await call('GET', '/v1/history')).body.history.map(({ what }: { what: string }) => what)
    expect(told.slice(0, 2)).toEqual(['resumed birthday', 'stopped birthday'])
  })

  test('all members are looked at, so that who is on their way leaves', async () => {
    await stop('birthday')
    const sent = ports.queues.take('sweeps', 10).map(({ body }) => JSON.parse(body))
    expect(sent.at(-1)).toEqual({ rulebook: versionOf('A'), cursor: null })
  })

  test('one campaign at a time, and one that is there', async () => {
    expect(await stop('all')).toMatchObject({ status: 400, body: { error: { hint: '`pause all` pauses them all' } } })
    expect(await stop('birtday')).toMatchObject({ status: 404, body: { error: { code: 'no-such-campaign' } } })
  })
})

describe('what was set aside', () => {
  const line = { where: 'x.jsonl:7', raw: '{"Source"', code: 'not-json', path: '', message: 'the line is not JSON' }
  const envelope = (id: string, type: string) => ({
    id,
    source: 'airline.pss',
    'detail-type': type,
    time: '2026-10-05T00:00:00Z',
    detail: { id },
  })

  beforeEach(async () => {
    const fault = { code: 'bad-field', path: 'pnr', message: 'pnr: is missing' } as const
    for (const [key, type] of [
      ['a', 'booking.created'],
      ['b', 'flight.disrupted'],
    ] as const) {
      await ports.setAsides.put({ key, setAsideAt: NOW, fault, envelope: envelope(key, type), cards: [] })
    }
  })

  test('lines of a file are kept once and counted', async () => {
    expect((await call('POST', '/v1/set-asides', { lines: [line] })).body).toEqual({ added: 1, known: 0 })
    expect((await call('POST', '/v1/set-asides', { lines: [line] })).body).toEqual({ added: 0, known: 1 })
    expect(await ports.tally.read()).toMatchObject({ setAside: 1 })
    const { body } = await call('GET', '/v1/set-asides')
    expect(body.entries.map((entry: { fault: { code: string } }) => entry.fault.code).sort()).toEqual([
      'bad-field',
      'bad-field',
      'not-json',
    ])
  })

  test('is sent to the queue its rule names, with its key, and stays until it is accepted', async () => {
    await call('POST', '/v1/set-asides', { lines: [line] })
    expect((await call('POST', '/v1/set-asides/replay', {})).body).toEqual({ sent: 2, unsendable: 1, cursor: null })
    const bodies = (queue: 'events' | 'flights') => ports.queues.take(queue, 10).map(({ body }) => JSON.parse(body))
    expect(bodies('events')).toEqual([{ ...envelope('a', 'booking.created'), setAsideKey: 'a' }])
    expect(bodies('flights')).toEqual([{ ...envelope('b', 'flight.disrupted'), setAsideKey: 'b' }])
    expect((await ports.setAsides.list({ limit: 10 })).entries).toHaveLength(3)
  })

  test('can be chosen by its reason', async () => {
    const { body } = await call('POST', '/v1/set-asides/replay', { code: 'bad-time' })
    expect(body).toMatchObject({ sent: 0, unsendable: 0 })
    expect(await call('POST', '/v1/set-asides/replay', { code: 'nonsense' })).toMatchObject({ status: 400 })
  })
})

describe('a test mail', () => {
  const order = { campaign: 'birthday', to: 'me@airline.example', member: 'CA1' }

  beforeEach(async () => {
    await call('PUT', '/v1/rulebooks', bundleOf('A'))
    await putMember(li)
  })

  test('is the real one, marked, without links that act, and counted nowhere', async () => {
    expect((await call('POST', '/v1/test-sends', order)).body).toMatchObject({
      subject: '[TEST] Happy birthday, Li',
      step: '1',
    })
    const { mail } = ports.mailer.mails[0]!
    expect(mail).toMatchObject({ to: 'me@airline.example', headers: {}, tags: { test: 'yes' } })
    expect(mail.html).toContain('Business Class')
    expect(mail.html).not.toMatch(/href="http/)
    expect(mail.text).toContain('until October 6, 2026')
    expect(await ports.tally.read()).toEqual({})
    expect((await ports.members.read(['CA1'])).get('CA1')!.version).toBe(1)
  })

  test('says what is wrong', async () => {
    const answer = async (more: object) => (await call('POST', '/v1/test-sends', { ...order, ...more })).body.error
    expect(await answer({ campaign: 'birtday' })).toMatchObject({ hint: 'did you mean "birthday"?' })
    expect(await answer({ member: 'CA9' })).toMatchObject({ code: 'no-such-member' })
    expect(await answer({ step: 's9' })).toMatchObject({ hint: expect.stringContaining('its email steps are: ') })
    expect(await answer({ to: 'not an address' })).toMatchObject({ code: 'bad-request' })
    ports.mailer.decideFate(() => 'throttled')
    expect(await answer({})).toMatchObject({ code: 'not-sent' })
  })
})

describe('a local run', () => {
  test('moves its clock, drains and tells its addresses', async () => {
    context.local = localControl()
    expect((await call('GET', '/v1/run')).body).toMatchObject({
      bus: 'wingback',
      drop: '/drop',
      inbox: '',
      local: true,
    })
    expect((await call('POST', '/v1/clock', { begin: NOW })).body).toEqual({ now: NOW, moved: true })
    expect((await call('POST', '/v1/clock', { to: NOW + 1 })).body).toEqual({ now: NOW + 1, reached: true })
    expect((await call('POST', '/v1/drain', {})).body).toEqual({ quiet: true })
    for (const to of ['2026-10-05', Date.UTC(99_999, 0), 1.5]) {
      expect(await call('POST', '/v1/clock', { to })).toMatchObject({ status: 400 })
    }
  })
})

function localControl(): LocalControl {
  return {
    info: () => ({
      drop: '/drop',
      inbox: '',
      console: 'http://127.0.0.1:1/',
      api: 'http://127.0.0.1:1',
      events: 'http://127.0.0.1:2',
      mail: 'http://127.0.0.1:3',
      bus: 'wingback',
      local: true,
    }),
    begin: async (now) => ({ now, moved: true }),
    advance: async (now) => ({ now, reached: true }),
    drain: async () => ({ quiet: true }),
    atRest: (work) => work(),
  }
}
