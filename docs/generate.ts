import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commandReference } from '../cli/reference.ts'
import { examplesSchema } from '../shared/app/rehearsal/examples/schema.ts'
import { announcementSchemas } from '../shared/contract/announcements.ts'
import { jsonSchemas } from '../shared/contract/index.ts'
import { type Fact, type Family, facts, type Words } from '../shared/domain/audience/facts/index.ts'
import { histories } from '../shared/domain/audience/history/index.ts'
import { operatorsOf, type ValueType } from '../shared/domain/audience/matcher.ts'
import { changesOf } from '../shared/domain/audience/measures/changes.ts'
import type { Measure } from '../shared/domain/audience/measures/measure.ts'
import { always, ever } from '../shared/domain/audience/window.ts'
import { type ProblemCode, problemCodes } from '../shared/domain/problem.ts'
import { rulebookSchema } from '../shared/domain/rulebook/json-schema.ts'
import { SHIPPED_MODELS } from '../shared/domain/scores/models.ts'
import { textsIn } from '../shared/domain/texts/index.ts'
import { problemCodes as problemCodesInChinese } from '../shared/domain/texts/zh-CN/problem-codes.ts'
import { historyPage, keptText } from './history-page.ts'
import { openApi } from './openapi.ts'

/** The docs that are made from the code, by their path under `docs/`. `npm run docs` writes them; a test compares. */
export function generatedDocs(): Record<string, string> {
  const files: Record<string, string> = {
    'rules/facts.md': factsPage('en'),
    'rules/facts.zh-CN.md': factsPage('zh-CN'),
    'rules/history.md': historyPage('en'),
    'rules/history.zh-CN.md': historyPage('zh-CN'),
    'rules/problems.md': problemsPage('en'),
    'rules/problems.zh-CN.md': problemsPage('zh-CN'),
    'operations/commands.md': commandReference('en'),
    'operations/commands.zh-CN.md': commandReference('zh-CN'),
  }
  for (const [type, schema] of Object.entries(jsonSchemas())) files[`events/${type}.json`] = json(schema)
  for (const [type, schema] of Object.entries(announcementSchemas())) files[`events/out/${type}.json`] = json(schema)
  for (const [kind, schema] of Object.entries(rulebookSchema())) files[`rules/${kind}.schema.json`] = json(schema)
  files['rules/examples.schema.json'] = json(examplesSchema())
  return files
}

/** Of the pages for marketers. */
type Language = keyof Words

const words: Record<Language, Record<string, string>> = {
  en: {
    title: 'Facts',
    intro:
      'The facts that conditions can use. Generated from the registry (`shared/domain/audience/facts`) by `npm run docs`.',
    type: 'Type',
    absent: 'If not known',
    changes: 'Changes',
    params: 'Parameters',
    example: 'Example',
    comparisons: 'Comparisons',
    text: 'text',
    boolean: 'yes or no',
    number: 'number',
    duration: 'duration',
    money: 'money',
    date: 'date',
    anniversary: 'yearly date, in days until then',
    time: 'time',
  },
  'zh-CN': {
    title: '事实',
    intro: '条件中可以使用的事实。由 `npm run docs` 根据登记表（`shared/domain/audience/facts`）生成。',
    type: '类型',
    absent: '未知时',
    changes: '变化',
    params: '参数',
    example: '示例',
    comparisons: '比较',
    text: '文本',
    boolean: '是或否',
    number: '数字',
    duration: '时长',
    money: '金额',
    date: '日期',
    anniversary: '每年一次的日期，按剩余天数',
    time: '时间',
  },
}

const families: Record<Family, Words> = {
  profile: { en: 'Profile', 'zh-CN': '会员资料' },
  flights: { en: 'Flights', 'zh-CN': '飞行记录' },
  bookings: { en: 'Bookings', 'zh-CN': '预订' },
  disruptions: { en: 'Disruptions', 'zh-CN': '不正常航班' },
  complaints: { en: 'Complaints', 'zh-CN': '投诉' },
  surveys: { en: 'Surveys', 'zh-CN': '问卷' },
  received: { en: 'What the member received', 'zh-CN': '会员收到的内容' },
  mails: { en: 'Emails', 'zh-CN': '邮件' },
  scores: { en: 'Scores', 'zh-CN': '评分' },
}

function factsPage(language: Language): string {
  const say = words[language]
  const sections = Object.entries(families).flatMap(([family, title]) => {
    const members = Object.values(facts).filter((fact) => fact.family === family)
    if (members.length === 0) return []
    return `## ${title[language]}\n\n${members.map((fact) => factSection(fact, language)).join('\n')}`
  })
  return `# ${say.title}\n\n${say.intro}\n\n${sections.join('\n')}`
}

function factSection(fact: Fact, language: Language): string {
  const say = words[language]
  const { colon } = textsIn(language).explain
  const params = Object.entries(fact.params).map(
    ([name, { description }]) => `  - \`${name}\`${colon}${description[language]}`,
  )
  return [
    `### \`${fact.name}\``,
    '',
    `${fact.description[language]}`,
    '',
    `- ${say.type}${colon}${typeText(fact.type, language)}`,
    `- ${say.comparisons}${colon}${operatorsOf(fact.type)
      .map((operator) => `\`${operator}\``)
      .join(' ')}`,
    ...(params.length > 0 ? [`- ${say.params}${colon.trimEnd()}`, ...params] : []),
    ...(fact.counts ? [`- ${keptText(histories[fact.counts]!, language)}`] : []),
    `- ${say.absent}${colon}${fact.absent[language]}`,
    `- ${say.changes}${colon}${changesOf(measureOf(fact))[language]}`,
    `- ${say.example}${colon}\`${fact.example}\``,
    '',
  ].join('\n')
}

/** The value, whatever it is asked with. */
function measureOf(fact: Fact): Measure {
  return fact.measure({ window: always, ahead: ever, filters: {}, currency: 'CNY', models: SHIPPED_MODELS })
}

function typeText(type: ValueType, language: Language): string {
  const kind = words[language][type.kind]!
  const { brackets } = textsIn(language).explain
  if (type.kind === 'number' && type.unit) return `${kind}${brackets(type.unit)}`
  if (type.kind === 'text' && type.values) return `${kind}${brackets(type.values.join(', '))}`
  return type.kind === 'text' && type.like ? `${kind}${brackets(type.like)}` : kind
}

const problemsWords = {
  en: {
    title: 'Problems',
    intro:
      'The problems that `wingback validate` can report. Generated from `shared/domain/problem.ts` by `npm run docs`.',
    columns: '| code | meaning |',
    meanings: problemCodes,
  },
  'zh-CN': {
    title: '问题代码',
    intro: '`wingback validate` 可能报告的问题。由 `npm run docs` 根据 `shared/domain/problem.ts` 生成。',
    columns: '| 代码 | 含义 |',
    meanings: problemCodesInChinese,
  },
}

function problemsPage(language: Language): string {
  const { title, intro, columns, meanings } = problemsWords[language]
  const rows = Object.keys(problemCodes).map((code) => `| \`${code}\` | ${meanings[code as ProblemCode]} |`)
  return [`# ${title}`, '', intro, '', columns, '|---|---|', ...rows, ''].join('\n')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** By itself, since the compiler reads the whole API for it. */
export function openApiFile(): Record<string, string> {
  return { 'api/openapi.json': json(openApi()) }
}

if (import.meta.main) {
  for (const [path, text] of Object.entries({ ...generatedDocs(), ...openApiFile() })) {
    const file = join(import.meta.dirname, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
