import type { facts as en } from '../en/facts.ts'
import { zhCN as factNames } from '../fact-names.ts'
import { spelled } from './amounts.ts'
import { valueNames } from './rule-words.ts'

/** Words of a rule, and how they are read. */
const words: Readonly<Record<string, string>> = {
  ...factNames,
  audience: '人群',
  cabin: '舱位',
  route: '航线',
  severity: '严重程度',
  category: '类别',
  kind: '类型',
  event: '事件',
  happened: '发生',
  chance: '随机比例',
  where: '其中',
  carrier: '承运人',
  from: '出发地',
  to: '目的地',
  topic: '项目',
  outcome: '结果',
  channel: '渠道',
  ours: '本公司',
  inLast: '最近',
  within: '未来',
  inNext: '未来',
  departsWithin: '未来',
  departsBetween: '出发在',
  departsDuring: '出发在',
  bookedInLast: '预订于最近',
  since: '自',
  between: '介于',
  during: '期间',
  currency: '币种',
  atLeast: '至少',
  atMost: '至多',
  above: '高于',
  below: '低于',
  before: '早于',
  after: '晚于',
  is: '为',
  isNot: '不为',
  not: '不是',
  in: '属于',
  notIn: '不属于',
  and: '且',
  or: '或',
  present: '有',
  absent: '无',
  true: '是',
  false: '否',
  delay: '延误',
  cancellation: '取消',
  diversion: '备降',
  deniedBoarding: '拒载',
  downgrade: '降舱',
  baggageDelay: '行李延误',
  miles: '里程',
  voucher: '代金券',
  cash: '现金',
}

function word(text: string): string {
  return Object.hasOwn(words, text) ? words[text]! : spelled(text)
}

/** Every word by itself: a value as it is called after its field, or of the fact that is asked about. */
function wordsOf(text: string, fact = ''): string {
  const all = text.split(' ')
  const said = all.map((each, n) => {
    const [bare, comma] = each.endsWith(',') ? [each.slice(0, -1), '、'] : [each, '']
    return `${named(all[n - 1], bare) ?? named(nameOf(fact), bare) ?? word(bare)}${comma}`
  })
  return said.join(' ').replaceAll('、 ', '、')
}

function named(of: string | undefined, value: string): string | undefined {
  return of !== undefined && Object.hasOwn(valueNames, of) ? valueNames[of]?.[value] : undefined
}

/** `flights` of `flights cabin Y`, `category` of `event category`. */
function nameOf(fact: string): string | undefined {
  const [name, field] = fact.split(' ', 2)
  return name === 'event' ? field : name
}

export const facts: typeof en = {
  rule: (text, fact) => wordsOf(text.replace('not present', 'absent'), fact),
  value: (text, fact = '') => named(nameOf(fact), text) ?? word(text),
  none: '无',
  inAudience: (audience) => `在人群“${audience}”中`,
  and: '，且',
  or: ' 或 ',
  oneOf: (values) => values,
  noneOf: (values) => `不是 ${values}`,
  present: '有',
  absent: '无',
  atLeast: (value) => `至少 ${value}`,
  above: (value) => `高于 ${value}`,
  atMost: (value) => `至多 ${value}`,
  below: (value) => `低于 ${value}`,
  between: (from, to) => `${from} 至 ${to}`,
  exactly: (value) => value,
  change: ({ fact, to, was, by }) => `${fact} ${to}（当时为 ${was}${by === undefined ? '' : `，相差 ${by}`}）`,
}
