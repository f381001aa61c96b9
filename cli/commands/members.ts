import type { Command } from 'commander'
import type { Explanation } from '../../shared/app/api/explain.ts'
import { explainText } from '../../shared/app/api/explain-text.ts'
import { localTime } from '../../shared/app/api/local-time.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { jsonText, table } from '../print.ts'
import { act, examples } from '../session.ts'

interface Shown {
  memberId: string
  mergedInto: string | null
  erased: boolean
  zone: string
  facts: Record<string, unknown>
  wingback: { audiences: Record<string, string | null>; journeys: Record<string, unknown>[] }
  timeline: {
    type: string
    occurredAt: string
    reactedAt: string
    audiences: { entered: string[]; left: string[] }
    decisions: { campaign: string; outcome: string; kind?: string; reason: string }[]
  }[]
  timelineCut: boolean
}

export function addMember(program: Command): void {
  const command = program
    .command('member')
    .summary('everything known about one member')
    .description(
      'Shows facts, audiences, journeys and the timeline, newest first. With --export: everything stored ' +
        'about the person, as JSON, for access requests, including cards merged into this one.',
    )
    .argument('<id>', 'card number')
    .option('--export', 'everything stored about the person')
    .addHelpText(
      'after',
      examples('member CA000000001', 'member CA000000001 --json', 'member CA000000001 --export > person.json'),
    )
  act(command, async ({ client, show, line }, { export: everything }, id: string) => {
    if (everything) {
      const person = await client.call('GET', `/v1/members/${encodeURIComponent(id)}/export`)
      return line(jsonText(person, 2))
    }
    const member = await client.call<Shown>('GET', `/v1/members/${encodeURIComponent(id)}`)
    await show(member, () => memberLines(member))
  })
}

function memberLines(shown: Shown): string[] {
  const { memberId, mergedInto, erased, zone, facts, wingback, timeline, timelineCut } = shown
  const fate = erased ? ': erased' : mergedInto ? `: merged into ${mergedInto}, which has everything since` : ''
  return [
    memberId + fate,
    '',
    'Facts',
    ...table(Object.entries(facts).map(([name, value]) => [`  ${name}`, valueText(value)])),
    '',
    'Audiences',
    ...table(
      orNone(
        Object.entries(wingback.audiences).map(([id, since]) => [
          `  ${id}`,
          since ? `since ${localTime(since, zone)}` : '',
        ]),
      ),
    ),
    '',
    'Journeys',
    ...table(
      orNone(wingback.journeys.map(({ campaign, key, ...more }) => [`  ${campaign}`, String(key), valueText(more)])),
    ),
    '',
    `Timeline (${zone})`,
    ...timeline.flatMap(({ type, reactedAt, audiences, decisions }) => [
      `  ${localTime(reactedAt, zone)}  ${type}`,
      ...audiences.entered.map((id) => `      entered the audience ${id}`),
      ...audiences.left.map((id) => `      left the audience ${id}`),
      ...decisions.map(
        ({ campaign, kind, outcome, reason }) =>
          `      ${campaign}: ${[kind, outcome].filter(Boolean).join(' ')}: ${reason}`,
      ),
    ]),
    ...(timelineCut ? ['  … and earlier'] : []),
  ]
}

function orNone(rows: string[][]): string[][] {
  return rows.length > 0 ? rows : [['  none']]
}

/** A value on one line: what is empty is left out. */
function valueText(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value ?? '-')
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(valueText).join('; ')
  const some = Object.entries(value).filter(([, each]) => each !== null && each !== false)
  return some.map(([name, each]) => `${name} ${valueText(each)}`).join(', ') || '-'
}

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .summary('all members as JSON lines')
    .description(
      'Prints one JSON object per member and line: memberId, facts (from airline events, the same in any ' +
        'order of arrival) and wingback (what Wingback did). The order of members is undefined.',
    )
    .addHelpText('after', examples('export > members.jsonl', 'export | jq -c \'select(.facts.tier == "gold")\''))
  act(command, async ({ client, line }) => {
    let cursor: string | undefined
    do {
      const page = await client.call<{ members: object[]; cursor: string | null }>('GET', '/v1/members', {
        query: { cursor, limit: 500 },
      })
      if (page.members.length > 0) await line(page.members.map((member) => jsonText(member)).join('\n'))
      cursor = page.cursor ?? undefined
    } while (cursor)
  })
}

interface Explained {
  memberId: string
  zone: string
  erasedAt?: string
  mergedInto?: string
  explanations: Explanation[]
}

function explainedLines(
  { memberId, zone, erasedAt, mergedInto, explanations }: Explained,
  language: Language,
): string[] {
  const words = textsIn(language).explain
  const title = `${memberId}${words.times(zone)}`
  if (erasedAt) return [title, words.erased(localTime(erasedAt, zone))]
  if (mergedInto) return [title, words.merged(mergedInto)]
  if (explanations.length === 0) return [title, words.noCampaigns]
  return [title, ...explanations.flatMap((each) => ['', ...explainText(each, zone, language)])]
}

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .summary('why a member got something, or did not')
    .description(
      'For each campaign: got it, did not get it, holdout, or waits; each gate with its answer and reason; ' +
        'the facts at that time; and the smallest change that would have changed the answer. For a campaign ' +
        'without any decision: why the member never entered.',
    )
    .argument('<id>', 'card number')
    .option('--campaign <id>', 'only this campaign')
    .option('--at <instant>', 'as it stood at this time, such as 2026-10-01T15:00+08:00')
    .addHelpText('after', examples('explain CA000000001', 'explain CA000000001 --campaign we-miss-you --lang zh-CN'))
  act(command, async ({ client, show, language }, { campaign, at }, id: string) => {
    const query = { campaign: campaign as string | undefined, at: at as string | undefined, lang: language }
    const found = await client.call<Explained>('GET', `/v1/members/${encodeURIComponent(id)}/explain`, { query })
    await show(found, () => explainedLines(found, language))
  })
}
