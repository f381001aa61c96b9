import type { WayToTell } from '../../../contract/consent.ts'
import { moneySaid } from '../../units.ts'
import type { deeds as en } from '../en/deeds.ts'

const because = (why: string | undefined) => (why === undefined ? '' : `：${why}`)

const SPECIAL: Readonly<Record<string, string>> = {
  all: '全部活动',
  payments: '法定补偿的自动支付',
  'sender:bounces': '发信（因退信）',
  'sender:complaints': '发信（因垃圾邮件举报）',
}
const named = (what: string) => SPECIAL[what] ?? `活动 ${what}`

const PURPOSES = { marketing: '营销', service: '服务' }
const MEASURES = { bounces: '退信', complaints: '垃圾邮件举报' }
const WAYS: Record<WayToTell, string> = {
  phone: '电话',
  counter: '柜台',
  letter: '信函',
  email: '邮件',
  chat: '在线客服',
}
const CHANNELS: Readonly<Record<string, string>> = { email: '邮件' }

export const deeds: typeof en = {
  published: ({ version }) => `发布 ${version}`,
  publishedDraft: ({ version, draft, approvedBy }) => `发布 ${version}（草稿“${draft}”，由 ${approvedBy} 批准）`,
  rolledBack: ({ version }) => `回滚到 ${version}`,
  askedToPublish: ({ version }) => `申请发布 ${version}`,
  askedToRollBack: ({ version }) => `申请回滚到 ${version}`,
  approved: ({ version, askedBy, why }) => `批准 ${askedBy} 申请的 ${version}${because(why)}`,
  refused: ({ version, askedBy, why }) => `拒绝 ${askedBy} 申请的 ${version}${because(why)}`,
  shown: ({ version }) => `已按 ${version} 评估全部会员`,
  paused: ({ what }) => `暂停${named(what)}`,
  stopped: ({ what }) => `停止${named(what)}`,
  resumed: ({ what }) => `恢复${named(what)}`,
  pausedForHarm: ({ campaign }) => `自动暂停活动 ${campaign}：负面影响超过上限`,
  pausedForLoss: ({ campaign }) => `自动暂停活动 ${campaign}：活动亏损，并非偶然`,
  pausedPayments: ({ perHourMinor, currency }) =>
    `自动暂停法定补偿的自动支付：一小时内的支付额将超过 ${moneySaid(perHourMinor, currency)}`,
  pausedSender: ({ bad, measure, mails }) => `自动暂停发信：${mails} 封邮件中有 ${bad} 次${MEASURES[measure]}`,
  mended: ({ key, code }) => `更正异常数据 ${key}（${code}）`,
  notedConsent: ({ person, source, granted, purpose, channel }) =>
    `登记会员 ${person} 的意愿（来自${WAYS[source]}）：${granted ? '同意' : '不同意'}通过${CHANNELS[channel] ?? channel}接收${PURPOSES[purpose]}信息`,
  erased: ({ person }) => `删除会员 ${person}`,
  merged: ({ person, into }) => `将会员 ${person} 并入会员 ${into}`,
  timeBegan: () => '自此由回放驱动时钟',
}
