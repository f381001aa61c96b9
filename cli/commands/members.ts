import type { Explanation } from '../../shared/app/api/explain.ts'
import { explainText } from '../../shared/app/api/explain-text.ts'
import { localTime } from '../../shared/app/api/local-time.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { Command } from '../command.ts'
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
  cursor: string | null
}

export function addMember(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('member')
    .summary(help.member.summary)
    .description(help.member.description)
    .argument('<id>', help.member.arguments.id)
    .option('--export', help.member.options.export)
    .option('--cursor <cursor>', help.member.options.cursor)
    .addHelpText(
      'after',
      examples('member CA000000001', 'member CA000000001 --json', 'member CA000000001 --export > person.json'),
    )
  act(command, async ({ client, show, line, language }, { export: everything, cursor }, id: string) => {
    if (everything) {
      const person = await client.call('GET', `/v1/members/${encodeURIComponent(id)}/export`)
      return line(jsonText(person, 2))
    }
    const from = cursor === undefined ? '' : `?cursor=${encodeURIComponent(String(cursor))}`
    const member = await client.call<Shown>('GET', `/v1/members/${encodeURIComponent(id)}${from}`)
    await show(member, () => memberLines(member, language))
  })
}

function memberLines(shown: Shown, language: Language): string[] {
  const { outputs, commands, explain, actions } = textsIn(language)
  const { member: words, none } = outputs
  const { memberId, mergedInto, erased, zone, facts, wingback, timeline, cursor } = shown
  return [
    erased ? words.erased(memberId) : mergedInto ? words.merged(memberId, mergedInto) : memberId,
    '',
    words.facts,
    ...table(Object.entries(facts).map(([name, value]) => [`  ${name}`, valueText(value)])),
    '',
    words.audiences,
    ...table(
      orNone(
        Object.entries(wingback.audiences).map(([id, since]) => [
          `  ${id}`,
          since ? commands.audiences.since(localTime(since, zone)) : '',
        ]),
        none,
      ),
    ),
    '',
    words.journeys,
    ...table(
      orNone(
        wingback.journeys.map(({ campaign, key, ...more }) => [`  ${campaign}`, String(key), valueText(more)]),
        none,
      ),
    ),
    '',
    words.timeline(zone),
    ...timeline.flatMap(({ type, reactedAt, audiences, decisions }) => [
      `  ${localTime(reactedAt, zone)}  ${type}`,
      ...audiences.entered.map((id) => `      ${words.entered(id)}`),
      ...audiences.left.map((id) => `      ${words.left(id)}`),
      ...decisions.map(({ campaign, kind, outcome, reason }) =>
        [`      ${campaign}`, doneText(kind, outcome), reason].join(explain.colon),
      ),
    ]),
    ...(cursor === null ? [] : [`  ${commands.audiences.more(cursor)}`]),
  ]

  function doneText(kind: string | undefined, outcome: string): string {
    const what = (actions as Record<string, string>)[kind ?? '']
    const done = (explain.outcome as Record<string, string>)[outcome] ?? outcome
    return [what, done].filter(Boolean).join(explain.space)
  }
}

function orNone(rows: string[][], none: string): string[][] {
  return rows.length > 0 ? rows : [[`  ${none}`]]
}

/** A value on one line, without empty parts. */
function valueText(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value ?? '-')
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(valueText).join('; ')
  const some = Object.entries(value).filter(([, each]) => each !== null && each !== false)
  return some.map(([name, each]) => `${name} ${valueText(each)}`).join(', ') || '-'
}

export function addExport(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('export')
    .summary(help.exportAll.summary)
    .description(help.exportAll.description)
    .addHelpText('after', examples('export > members.jsonl', 'export | jq -c \'select(.facts.tier == "gold")\''))
  act(command, async ({ client, line }) => {
    let cursor: string | undefined
    do {
      const page = await client.call<{ members: object[]; cursor: string | null }>('GET', '/v1/members', {
        query: { cursor, limit: 100 },
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
  const help = helpIn(program.language)
  const command = program
    .command('explain')
    .summary(help.explain.summary)
    .description(help.explain.description)
    .argument('<id>', help.explain.arguments.id)
    .option('--campaign <id>', help.explain.options.campaign)
    .option('--at <instant>', help.explain.options.at)
    .addHelpText('after', examples('explain CA000000001', 'explain CA000000001 --campaign we-miss-you --lang zh-CN'))
  act(command, async ({ client, show, language }, { campaign, at }, id: string) => {
    const query = { campaign: campaign as string | undefined, at: at as string | undefined, lang: language }
    const found = await client.call<Explained>('GET', `/v1/members/${encodeURIComponent(id)}/explain`, { query })
    await show(found, () => explainedLines(found, language))
  })
}
