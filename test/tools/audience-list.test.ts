import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type ListOptions, listAudience } from '../../cli/audience-list.ts'
import type { Client } from '../../cli/client.ts'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { rulebookCache } from '../../shared/app/rulebooks.ts'
import { isHeldOut } from '../../shared/domain/campaign/gates/holdout.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { packBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { csvLine } from '../../shared/standards/csv.ts'
import { readPhone, spacedPhone } from '../../shared/standards/phone.ts'
import { enrolled } from '../support/events.ts'
import { lifeOf } from '../support/life.ts'

/** A list of an audience's members to call, as a spreadsheet reads it. */

const folder = mkdtempSync(join(tmpdir(), 'wingback-list-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a telephone number', () => {
  test.each([
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086-138-0013-8000', '+8613800138000'],
    ['＋１ (202) 555-0123', '+12025550123'],
  ])('%s is one', (written, name) => {
    expect(readPhone(written)).toEqual({ ok: true, name })
  })

  test.each(['13800138000', '+86', 'none', '+8613800138000123456'])('%s is none that can be dialled', (written) => {
    expect(readPhone(written)).toMatchObject({ ok: false })
  })

  test('is written so that a spreadsheet makes no sum of it', () => {
    expect(['+8613800138000', '+12025550123', '+442071838750', '+35315551234'].map(spacedPhone)).toEqual([
      '+86 13800138000',
      '+1 2025550123',
      '+44 2071838750',
      '+353 15551234',
    ])
  })

  test('that is none says nothing, and loses nothing else of its event', () => {
    const life = lifeOf(undefined)
    life.tell(enrolled({ phone: '+86 138 0013 8000' }))
    const phone = () => profileOf(life.member).phone
    expect(phone()).toBe('+8613800138000')
    life.hear('member.updated', '2026-02-01T00:00:00Z', { phone: 'ask his wife', tier: 'gold' })
    expect(profileOf(life.member)).toMatchObject({ phone: '+8613800138000', tier: 'gold' })
    life.hear('member.updated', '2026-02-02T00:00:00Z', { phone: null })
    expect(phone()).toBeUndefined()
  })
})

test('a cell is quoted where it must be, and none is taken for a formula', () => {
  expect(csvLine(['plain', 'a "b", c', '=SUM(A1)', null, 3, -3, true, { a: 1 }, '@x'])).toBe(
    `plain,"a ""b"", c","'=SUM(A1)",,3,-3,true,"{""a"":1}","'@x"\r\n`,
  )
})

describe('the list', () => {
  const documents = {
    'wingback.yaml': {
      airline: { name: 'Test Air' },
      zone: 'Asia/Shanghai',
      locale: 'en',
      mail: { from: 'hello@airline.example' },
      holdoutSalt: '2026',
    },
    'audiences/gold.yaml': { audience: 'gold', name: 'Gold', who: { tier: 'gold' } },
    'campaigns/calls.yaml': {
      campaign: 'calls',
      trigger: { audience: 'gold' },
      guardrails: { holdout: '20%' },
      steps: [{ serviceTask: { title: 'Call' } }],
    },
  }
  const bundle = packBundle({ format: 1, documents, templates: {} })
  const rulebook = unpackRulebook(bundle)
  const COUNT = 1203

  /** As many gold members as make more than a page, each third of whom may be called. */
  async function listing(more: Partial<ListOptions> = {}) {
    const ports = createMemoryPorts({ now: () => 0 })
    const context = {
      ports,
      now: () => 0,
      rulebooks: rulebookCache(ports.rulebooks, unpackRulebook),
      identify: bySaying,
    }
    const call = async (
      method: string,
      path: string,
      query: Record<string, string> = {},
      body: Uint8Array = new Uint8Array(),
    ) => {
      const headers = body.length > 0 ? { 'content-type': 'application/gzip' } : {}
      return JSON.parse((await handleApi({ method, path, query, headers, body }, context)).body)
    }
    await call('PUT', '/v1/rulebooks', {}, bundle)
    for (let i = 0; i < COUNT; i++) {
      const memberId = `M${i}`
      const life = lifeOf(rulebook, memberId)
      const consent = { email: true, phone: i % 3 === 0 }
      life.tell(enrolled({ memberId, tier: 'gold', familyName: '李', phone: '+8613800138000', consent }))
      await ports.members.write({ memberId, version: 1, state: encodeMember(life.member) })
      await ports.audiences.put([{ audience: 'gold', memberId, version: 1, since: 1 }], 0)
    }
    const client = {
      call: (method: string, path: string, { query = {} }: { query?: Record<string, unknown> } = {}) => {
        const given = Object.entries(query).filter(([, value]) => value !== undefined)
        return call(method, path, Object.fromEntries(given.map(([key, value]) => [key, String(value)])))
      },
    } as unknown as Client
    const file = join(folder, `${Object.keys(more).join('-') || 'plain'}.csv`)
    const columns = ['memberId', 'familyName', 'phone', 'arm', 'consent.phone']
    const listed = await listAudience({ client }, { audience: 'gold', file, columns, heldOut: false, ...more })
    const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
    return { listed, head, lines, file }
  }

  test('has everybody, page after page, in UTF-8 as Excel knows it, for nobody else’s eyes', async () => {
    const { listed, head, lines, file } = await listing()
    expect(listed).toMatchObject({ members: COUNT, leftOut: { heldOut: 0, noConsent: 0 } })
    expect(head).toBe('\uFEFFmemberId,familyName,phone,arm,consent.phone')
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(COUNT)
    expect(lines).toContain('M3,李,+86 13800138000,treated,true')
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('leaves out who is held out of its campaign, or marks them', async () => {
    const calls = rulebook.campaigns[0]!
    const held = Array.from({ length: COUNT }, (_, i) => `M${i}`).filter((id) =>
      isHeldOut(id, calls, rulebook.settings),
    )
    const { listed, lines } = await listing({ campaign: 'calls' })
    expect(held.length).toBeGreaterThan(100)
    expect(listed.leftOut.heldOut).toBe(held.length)
    expect(lines.some((line) => held.includes(line.split(',')[0]!))).toBe(false)
    const marked = await listing({ campaign: 'calls', heldOut: true })
    expect(marked.lines.filter((line) => line.includes(',heldOut,'))).toHaveLength(held.length)
  })

  test('may have only those who agreed to be called', async () => {
    const { listed, lines } = await listing({ consent: 'phone' })
    expect(listed).toMatchObject({ members: COUNT / 3, leftOut: { noConsent: (COUNT / 3) * 2 } })
    expect(lines.every((line) => line.endsWith(',true'))).toBe(true)
  })

  test('of a column that there is not says which was meant', async () => {
    await expect(listing({ columns: ['memberId', 'teir'] })).rejects.toThrow('no column is called "teir"')
  })
})
