import { zhCN as actions } from '../../actions/words.ts'
import type { diff as en } from '../en/diff.ts'
import { spelled } from './amounts.ts'
import { fields } from './editing/fields.ts'
import { facts } from './facts.ts'
import { happened } from './happenings.ts'
import { fieldNames, soOrNot, valueNames } from './rule-words.ts'

const valued = facts.rule
const keys: Readonly<Record<string, string>> = fields.keys
const values: Readonly<Record<string, string>> = fields.values
/** Keys whose values are chosen from a list. What else is written may be a name of the airline's own. */
const CHOSEN = new Set([
  'class',
  'on',
  'holdoutBy',
  'onNewVersion',
  'consentFor',
  'flightSuffix',
  'holds',
  'quietHours',
])
const YES: Readonly<Record<string, string>> = { true: '是', false: '否' }
/** Between Chinese letters there are no blanks. */
const beside = (one: string, other: string) =>
  /[\u4e00-\u9fff）]$/.test(one) && /^[\u4e00-\u9fff（]/.test(other) ? `${one}${other}` : `${one} ${other}`
const range = (x: string) => valued(x.replace(', ', ' 与 '))
const dates: Readonly<Record<string, string>> = { birthday: '生日', memberAnniversary: '入会周年日' }
const dateName = (date: string) => dates[date] ?? valued(date)

export const diff: typeof en = {
  rule: {
    comparisons: {
      is: (x) => beside('为', valued(x)),
      isNot: (x) => beside('不为', valued(x)),
      in: (x) => beside('为', x),
      notIn: (x) => beside('不为', x),
      atLeast: (x) => `至少 ${valued(x)}`,
      atMost: (x) => `至多 ${valued(x)}`,
      above: (x) => `高于 ${valued(x)}`,
      below: (x) => `低于 ${valued(x)}`,
      between: (x) => `介于 ${range(x)} 之间`,
      before: (x) => `早于 ${valued(x)}`,
      after: (x) => `晚于 ${valued(x)}`,
      within: (x) => `未来 ${valued(x)}内`,
      present: (x) => (x === 'true' ? '有' : '无'),
    },
    windows: {
      inLast: (x) => `最近 ${valued(x)}`,
      inNext: (x) => `未来 ${valued(x)}内`,
      during: (x) => `${valued(x)} 期间`,
      since: () => '自旅程开始以来',
      departsWithin: (x) => `${valued(x)}内出发`,
      departsBetween: (x) => `${range(x)} 之间出发`,
      departsDuring: (x) => `${valued(x)} 出发`,
      bookedInLast: (x) => `最近 ${valued(x)} 预订`,
    },
    name: (name) => fieldNames[name] ?? facts.rule(name),
    so: (fact, isSo) => soOrNot[fact]?.[isSo ? 'so' : 'not'],
    value: (of, x) => valueNames[of]?.[x] ?? (of === 'oncePer' ? `每 ${spelled(x)}一次` : spelled(x)),
    beside,
    list: (values) => values.join('、').replace(/、([^、]*)$/, '或$1'),
    everybody: '所有会员',
    and: '，且',
    or: '，或',
    comma: '，',
    brackets: (x) => `（${x}）`,
    not: (x) => `不满足${x}`,
    inAudience: (audience) => `在人群“${audience}”中`,
    ofEvent: (field, x) => beside(`事件的${/^[a-z]/i.test(field) ? ' ' : ''}${field}`, x),
    event: happened,
    where: (event, x) => `${event}（${x}）`,
    sum: (what, sum) => `${what}的${sum}合计`,
    happenedSince: (event) => `此后有“${event}”`,
    notSince: (event) => `此后没有“${event}”`,
    share: (x) => `${x} 的会员`,
    none: '无',
    oneOf: (x) => beside('为', x),
    times: (x, y, areAgo) => (areAgo ? `${spelled(x)}前至 ${spelled(y)}前` : `${x} 至 ${y}`),
  },
  trigger: {
    event: happened,
    where: (event, x) => `${event}，条件：${x}`,
    forAudience: (when, audience) => `${when}，面向人群“${audience}”`,
    audience: (audience, on) => `${on === 'left' ? '离开' : '进入'}人群“${audience}”`,
    includingExisting: '，包含已在其中的会员',
    date: dateName,
    daysBefore: (days, date) => `${dateName(date)}前 ${days} 天`,
    at: (time) => ` ${time}`,
    once: (instant) => `一次，${instant}`,
    schedule: (cron) => `定时 ${cron}`,
  },
  limits: {
    perMinute: (count) => `每分钟 ${count} 封邮件`,
    inAll: (count) => `总计 ${count} 名会员`,
    none: '无',
  },
  step: {
    ...actions.step,
    rest: '其余',
    nextCase: '；',
    equalPart: '平分其余',
    split: (name, arms) => `分组 ${name}：${arms}`,
    inArm: (split, arm) => `${split} 的 ${arm} 组：`,
    named: (name) => `，名称 ${name}`,
    if: (x) => `如果 ${x}`,
    ifSo: '则：',
    otherwise: '否则：',
    ifRefused: '未发放时：',
    waitFor: (event, atMost) => `等待 “${happened(event)}”，最长 ${spelled(atMost)}`,
    other: (kind, x) => `${kind === 'wait' ? '等待' : kind} ${spelled(x)}`,
    more: (x) => `（${x}）`,
  },
  of: {
    settings: '设置',
    budget: '预算',
    target: '目标',
    audience: '人群',
    campaign: '活动',
    template: '邮件模板',
    message: '消息模板',
    connector: '接入',
    model: '模型',
  },
  change: { added: '新增', removed: '删除' },
  nothing: '没有改动',
  line: {
    plain: (key, x) => `${key}：${x}`,
    key: (name) => (name === 'oncePer' ? '参加频率' : (keys[name] ?? name)),
    value: (key, x) => {
      if (key === 'oncePer') return diff.rule.value(key, x)
      if (key === 'event') return `“${happened(x)}”`
      return (CHOSEN.has(key) ? values[x] : undefined) ?? valueNames[key]?.[x] ?? YES[x] ?? spelled(x)
    },
    changed: (is, was) => `${is}（原为 ${was}）`,
    who: '条件',
    beginsWith: '触发',
    beginsWithEvent: (event) => `触发“${event}”`,
    for: '面向',
    guardrails: '发送限制',
    limits: '上限',
    step: '步骤',
    newStep: '新增步骤',
    goneStep: '删除步骤',
    exit: '提前退出条件',
    noExit: '取消提前退出条件',
    noLonger: '不再要求',
    also: '增加要求',
    notEnough: '去掉一个可选条件',
    enough: '增加一个可选条件',
    notSaid: '未设',
    subject: '主题',
    text: '正文',
    looks: '外观有改动，文字不变',
    version: '版本',
    otherParts: '改动部分',
    languages: (languages) => `语言 ${languages}`,
    more: (count) => `……另有 ${count} 处`,
  },
  usual: { none: '无', asSettings: '同设置', noneOwn: '无', nobody: '无', anyNumber: '不限' },
}
