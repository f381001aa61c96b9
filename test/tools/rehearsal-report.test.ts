import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changeLines } from '../../cli/rehearse/changes.ts'
import { rehearseFolder } from '../../cli/rehearse/rehearse.ts'
import { reportLines } from '../../cli/rehearse/text.ts'
import type { Session } from '../../cli/session.ts'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'
import { moneySaid } from '../../shared/domain/units.ts'

const FILES = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']
const { rehearsal, seconds } = await rehearseFolder({ watched: false } as Session, 'campaigns', { files: FILES })

test('lines that are no events are set aside with their place; files without any event are refused', async () => {
  const rehearsed = (...files: string[]) => rehearseFolder({ watched: false } as Session, 'campaigns', { files })
  const { rehearsal } = await rehearsed(...FILES, 'test/domain/fold.test.ts')
  expect(rehearsal.events.setAside).toBeGreaterThan(10)
  expect(rehearsal.setAsides[0]).toMatchObject({ where: 'fold.test.ts:1', message: 'the line is not JSON' })
  await expect(rehearsed('README.md')).rejects.toThrow(/no usable event.*README.md:1: the line is not JSON/)
})

const SETTINGS = `airline: { name: Cranewing Air }
zone: Asia/Shanghai
locale: en
mail: { from: care@example.com }
channels: { wechat: { name: 微信, text: 100 } }
holdoutSalt: "2026"
`

/** Rehearses a campaign that writes after a complaint. */
async function rehearseEvents(campaign: string, entries: readonly [source: string, type: string, detail: object][]) {
  const folder = await mkdtemp(join(tmpdir(), 'wingback-rehearsal-'))
  const files = {
    'wingback.yaml': SETTINGS,
    'templates/sorry/en.message.txt': 'Dear {{ member.name }}, we are sorry.',
    'campaigns/listening.yaml': campaign,
    'events.jsonl': entries
      .map(([Source, DetailType, Detail]) => JSON.stringify({ Source, DetailType, Detail }))
      .join('\n'),
  }
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await rehearseFolder({ watched: false } as Session, folder, { files: [join(folder, 'events.jsonl')] })
  } finally {
    await rm(folder, { recursive: true })
  }
}

const LISTENING = `campaign: listening
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
steps: [message: sorry]
`

function enrols(memberId: string): [string, string, object] {
  const about = { id: `m-${memberId}`, occurredAt: '2026-09-01T02:00:00Z', memberId }
  return ['airline.ffp', 'member.enrolled', { ...about, givenName: 'Mei', locale: 'en', consent: { wechat: true } }]
}

function complains(memberId: string): [string, string, object] {
  const about = { id: `c-${memberId}`, occurredAt: '2026-09-02T02:00:00Z', memberId }
  return ['airline.crm', 'complaint.filed', { ...about, complaintId: `C-${memberId}`, category: 'delay', severity: 2 }]
}

test('messages over a channel of the airline’s own are counted, and shown as they would have been read', async () => {
  const { rehearsal, seconds } = await rehearseEvents(LISTENING, [enrols('M1'), complains('M1')])
  const { sent, examples } = rehearsal.campaigns.listening!
  expect(sent).toBe(1)
  expect(examples[0]!.messages).toEqual([{ channel: 'wechat', text: 'Dear Mei, we are sorry.' }])
  const lines = reportLines(rehearsal, seconds, 'en')
  expect(lines.slice(lines.indexOf('  wechat:'))).toEqual(['  wechat:', '  | Dear Mei, we are sorry.'])
})

test('what members did after it would have acted is shown as observed, not caused', async () => {
  const flights = [
    { carrier: 'XW', flightNumber: '1', from: 'PEK', to: 'SHA', departsAt: '2026-12-01T00:00:00Z', cabin: 'Y' },
  ]
  const books = { id: 'b1', occurredAt: '2026-09-03T02:00:00Z', memberId: 'M1', pnr: 'ABC123', flights }
  const { rehearsal, seconds } = await rehearseEvents(`${LISTENING}goal: { event: booking.created, within: 3d }\n`, [
    ...['M1', 'M2', 'M3', 'M4'].flatMap((id) => [enrols(id), complains(id)]),
    ['airline.pss', 'booking.created', books],
    ['airline.pss', 'booking.created', { ...books, id: 'b2', pnr: 'ABC124', occurredAt: '2026-09-20T02:00:00Z' }],
  ])
  const lines = reportLines(rehearsal, seconds, 'en')
  const at = lines.findIndex((line) => line.includes('observed, not caused'))
  expect(lines[at + 1]).toBe('listening  1 of 4 reached the goal  25.0 %')
})

describe.each(LANGUAGES)('the report in %s', (language) => {
  const lines = reportLines(rehearsal, seconds, language)

  test('has every campaign and every day on which something was done', () => {
    for (const [id, report] of Object.entries(rehearsal.campaigns)) {
      expect(lines.some((line) => line.startsWith(`${id} `))).toBe(true)
      const from = lines.indexOf(id)
      const section = from < 0 ? [] : lines.slice(from, lines.indexOf('', from))
      for (const [date, day] of Object.entries(report.days)) {
        const isShown = Object.values(day).some((count) => count !== 0)
        expect([date, section.some((line) => line.includes(date))]).toEqual([date, isShown])
      }
    }
  })

  test('counts members who are held out, each once', () => {
    for (const { heldOut, heldOutMembers } of Object.values(rehearsal.campaigns)) {
      expect(heldOutMembers).toBeLessThanOrEqual(heldOut)
      expect(heldOutMembers > 0).toBe(heldOut > 0)
    }
    expect(Object.values(rehearsal.campaigns).some(({ heldOutMembers }) => heldOutMembers > 0)).toBe(true)
  })

  test('shows how a budget is spent, to what the ledger says', () => {
    const { spentMinor, limitMinor } = rehearsal.budgets['care-2026']!
    const at = lines.findIndex((line) => line.includes('care-2026') && line.includes('200,000.00 CNY'))
    const curve = lines.slice(at + 1).filter((line) => /[█░]{40}/.test(line))
    const last = curve[Object.keys(rehearsal.budgets['care-2026']!.byDay).length - 1]!
    expect(last).toContain(moneySaid(spentMinor, 'CNY'))
    expect(last).toContain(`${((spentMinor / limitMinor) * 100).toFixed(1)} %`)
  })

  test('shows members with their mails, and their receipts in words', () => {
    const { examples } = rehearsal.campaigns.birthday!
    expect(examples).toHaveLength(5)
    const mail = examples[0]!.mails[0]!
    expect(lines.some((line) => line.includes(mail.subject))).toBe(true)
    expect(lines).toContain(`  | ${mail.text.split('\n').find((line) => line.trim() !== '')}`)
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|\[object/)
  })

  test('says what another rulebook would change, in all and of each', () => {
    const line = 'birthday 2026 0 email'
    const changes = [
      { memberId: 'A', before: [`${line} sent`], after: [`${line} skipped:consent`] },
      { memberId: 'B', before: [`${line} sent`], after: [] },
    ]
    const [, title, ...told] = changeLines(changes, language)
    expect(title).toContain('2')
    const colon = language === 'en' ? ': ' : '：'
    const sent = language === 'en' ? 'email sent' : '邮件已发送'
    expect(told.find((each) => each.startsWith(`birthday${colon}${sent}`))).toMatch(/2 +0$/)
    expect(told).toContain(
      `  + birthday${language === 'en' ? ' (2026 0)' : '（2026 0）'}${colon}${language === 'en' ? 'email skipped (no consent, or opted out)' : '邮件已跳过（未同意或已退订）'}`,
    )
  })
})

test('a consent that was withdrawn on the way is respected: it is dated by its day, as the bus received it', async () => {
  const about = { id: 'w-1', occurredAt: '2026-09-02T02:00:00Z', memberId: 'CW1' }
  const filed = {
    id: 'c-1',
    occurredAt: '2026-09-03T02:00:00Z',
    memberId: 'CW1',
    complaintId: 'CMP-1',
    category: 'seat',
  }
  const { rehearsal } = await rehearseEvents(LISTENING, [
    enrols('CW1'),
    ['airline.ffp', 'consent.changed', { ...about, channel: 'wechat', granted: false }],
    ['airline.crm', 'complaint.filed', filed],
  ])
  expect(rehearsal.campaigns.listening).toMatchObject({ entered: 1, sent: 0, skipped: { consent: 1 } })
})
