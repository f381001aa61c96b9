import type { Explanation } from '../../shared/app/api/explain.ts'
import { explainText } from '../../shared/app/api/explain-text.ts'
import { localTime } from '../../shared/app/api/local-time.ts'
import { consoleTexts } from '../../shared/domain/texts/console.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { Command } from '../command.ts'
import { memberLines, type ShownMember } from '../member-text.ts'
import { jsonText } from '../print.ts'
import { act, examples } from '../session.ts'

export function addMember(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('member')
    .summary(help.member.summary)
    .description(help.member.description)
    .argument('<member>', help.member.arguments.id)
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
    const member = await client.call<ShownMember>('GET', `/v1/members/${encodeURIComponent(id)}${from}`)
    const words = await consoleTexts[language]()
    await show(member, () => memberLines(member, language, words))
  })
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
    .argument('<member>', help.explain.arguments.id)
    .option('--campaign <id>', help.explain.options.campaign)
    .option('--at <instant>', help.explain.options.at)
    .addHelpText('after', examples('explain CA000000001', 'explain CA000000001 --campaign we-miss-you --lang zh-CN'))
  act(command, async ({ client, show, language }, { campaign, at }, id: string) => {
    const query = { campaign: campaign as string | undefined, at: at as string | undefined, lang: language }
    const found = await client.call<Explained>('GET', `/v1/members/${encodeURIComponent(id)}/explain`, { query })
    await show(found, () => explainedLines(found, language))
  })
}
