import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mail, startProcess } from '../support/pipeline.ts'

/** Mails as the console lists and shows them, of the made-up month: held against what really went out. */

interface Row {
  mail: string
  at: string
  memberId: string
  campaign: string
  why: string | null
  deliveredAt: string | null
}
interface Page {
  mails: Row[]
  cursor: string | null
  looked: number
}
interface Made {
  made: { from: string; to: string; subject: string; html: string; text: string } | null
}
type Tally = Record<'sent' | 'delivered' | 'bounced' | 'complained', number>
interface Counts {
  month: string
  all: Tally
  campaigns: ({ campaign: string } & Tally)[]
  domains: ({ domain: string } & Tally)[]
  others: Tally | null
}

let wingback: Awaited<ReturnType<typeof startProcess>>
let sent: Mail[]

beforeAll(async () => {
  wingback = await startProcess()
  sent = (await wingback.mails()).filter(({ isMessage }) => !isMessage)
}, 120_000)
afterAll(() => wingback?.kill())

async function listed(query: string, path = '/v1/mails'): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: Page = await wingback.call<Page>('GET', `${path}?${query}${from}`)
    rows.push(...page.mails)
    cursor = page.cursor
  } while (cursor !== null)
  return rows
}

/** Links are signed for each mail, and lead nowhere where it is shown. */
const withoutLinks = (text: string) =>
  text.replaceAll(/https?:\/\/127\.0\.0\.1[^\s"')\]]*|#(?:\?about=scores)?(?=["\s)\]]|$)/g, 'LINK')

test('every mail that went out is listed once, newest first, but those of who was erased', async () => {
  const rows = await listed('limit=30')
  const erased = sent.filter(({ tags }) => !rows.some(({ mail }) => mail.endsWith(`.${tags.action}`)))
  expect(rows.map(({ at }) => at)).toEqual(
    rows
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  expect(new Set(rows.map(({ mail }) => mail)).size).toBe(rows.length)
  expect(rows.length).toBe(sent.length - erased.length)
  for (const { tags } of erased) expect((await wingback.member(tags.member!)).erased).toBe(true)
})

test('each reads as it went out', async () => {
  const rows = await listed('limit=100')
  expect(rows.length).toBeGreaterThan(90)
  for (const { mail } of rows) {
    const went = sent.find(({ tags }) => mail.endsWith(`.${tags.action}`))!
    const { made } = await wingback.call<Made>('GET', `/v1/mails/${mail}`)
    expect({
      mail,
      to: [made?.to],
      subject: made?.subject,
      text: withoutLinks(made?.text ?? '').trim(),
      html: withoutLinks(made?.html ?? '').trim(),
    }).toEqual({
      mail,
      to: went.destination.to,
      subject: went.subject,
      text: withoutLinks(went.body.text).trim(),
      html: withoutLinks(went.body.html).trim(),
    })
  }
}, 120_000)

test('what bounced says why, and one campaign’s mails are found alone', async () => {
  const bounced = await listed('list=bounced')
  expect(bounced.length).toBeGreaterThan(0)
  for (const { why } of bounced) expect(why).toBe('there is no such mailbox')
  const birthday = await listed('campaign=birthday')
  expect(new Set(birthday.map(({ campaign }) => campaign))).toEqual(new Set(['birthday']))
  expect(birthday.length).toBe((await listed('')).filter(({ campaign }) => campaign === 'birthday').length)
})

test('masked, a mail tells nobody, and reads as to a made-up member', async () => {
  const [plain] = await listed('limit=1')
  const [masked] = await listed('limit=1', '/v1/masked-mails')
  expect(masked).toMatchObject({ mail: plain!.mail, initials: expect.stringMatching(/^(.\. ?)+$/) })
  expect(masked).not.toHaveProperty('memberId')
  const { made } = await wingback.call<Made>('GET', `/v1/masked-mails/${masked!.mail}`)
  const said = JSON.stringify([masked, made])
  const { facts } = await wingback.member(plain!.memberId)
  for (const personal of [plain!.memberId, facts.email!]) expect(said).not.toContain(personal)
  expect(JSON.stringify(made)).not.toContain(String(facts.familyName))
  expect(made?.to).toBe('')
})

test('counts of a month add up, by campaign and by domain, to what went out', async () => {
  const counts = await wingback.call<Counts>('GET', '/v1/deliverability?month=2026-09')
  const sum = (rows: Tally[], what: keyof Tally) => rows.reduce((total, row) => total + row[what], 0)
  const status = await wingback.status()
  expect(counts.all.sent).toBe(status.actions.email.sent)
  expect(counts.all.bounced).toBe((await listed('list=bounced')).length)
  for (const what of ['sent', 'delivered', 'bounced', 'complained'] as const) {
    expect(sum(counts.campaigns, what)).toBe(counts.all[what])
    expect(sum([...counts.domains, ...(counts.others ? [counts.others] : [])], what)).toBe(counts.all[what])
  }
  expect(counts.domains.map(({ domain }) => domain)).toContain('example.com')
})

test('a name of no mail is said to be none', async () => {
  await expect(wingback.call('GET', '/v1/mails/sent.1.x')).rejects.toThrow(/no such email/)
  await expect(wingback.call('GET', '/v1/masked-mails/nonsense')).rejects.toThrow(/no such email/)
})
