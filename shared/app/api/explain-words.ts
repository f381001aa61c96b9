import type { GateName, ReceiptOutcome } from '../../domain/receipt.ts'
import type { Language } from '../../domain/words/index.ts'
import type { Verdict } from './verdict.ts'

/** The words of an explanation in one language. Reasons are as they were recorded. */
export interface ExplainWords {
  verdict: Record<Verdict, string>
  outcome: Record<ReceiptOutcome, string>
  gate: Record<GateName, string>
  answer: Record<'go' | 'skip' | 'hold', string>
  times(zone: string): string
  noCampaigns: string
  erased(at: string): string
  merged(into: string): string
  missed: string
  until: string
  rulebook: string
  unset: string
  asked: string
  /** What would have turned the answer: one thing, all of several, any of several. */
  otherwise: string
  otherwiseAll: string
  otherwiseAny: string
  or: string
}

const en: ExplainWords = {
  verdict: {
    got: 'got it',
    unknown: 'may have got it',
    heldOut: 'held out: would have got it, and deliberately did not',
    task: 'for a colleague',
    waits: 'waits',
    didNotGet: 'did not get it',
  },
  outcome: {
    entered: 'entered',
    notEntered: 'not entered',
    decided: 'decided',
    sent: 'sent',
    held: 'held back for now',
    skipped: 'skipped',
    heldOut: 'held out',
    failed: 'failed',
    unknown: 'not known whether it was sent',
    granted: 'granted',
    refused: 'refused',
    reversed: 'taken back',
    issued: 'issued',
    opened: 'opened',
    waiting: 'waiting',
    split: 'split',
    moved: 'moved to another version',
    ended: 'ended',
    exited: 'left the campaign',
    goal: 'reached the goal',
  },
  gate: {
    fresh: 'recent enough',
    eligible: 'eligible',
    oncePer: 'not had before',
    exit: 'still on the way',
    paused: 'not paused',
    sender: 'sender in good standing',
    address: 'has an address',
    consent: 'may be written to',
    suppressed: 'address works',
    openCase: 'no open complaint',
    statutoryFirst: 'statutory rights first',
    frequencyCap: 'not too often',
    owed: 'owed by law',
    disruption: 'no disruption just now',
    blackout: 'no blackout day',
    quietHours: 'not at night',
    priority: 'nothing more important',
    sendingRate: 'room in this minute',
    inAll: 'some left of all',
    budget: 'budget left',
    globalHoldout: 'not held out of all campaigns',
    holdout: 'not held out',
  },
  answer: { go: 'yes ', skip: 'NO  ', hold: 'WAIT' },
  times: (zone) => `(times in ${zone})`,
  noCampaigns: 'there are no campaigns yet: `npx wingback publish DIR`',
  erased: (at) => `the card was erased ${at}: nothing is known of it`,
  merged: (into) => `merged into ${into}: ask there`,
  missed: 'did not get',
  until: 'until',
  rulebook: 'rulebook',
  unset: 'not known',
  asked: 'asked',
  otherwise: 'it would have been otherwise with',
  otherwiseAll: 'it would have been otherwise with all of',
  otherwiseAny: 'it would have been otherwise with any of',
  or: ', or ',
}

const zhCN: ExplainWords = {
  verdict: {
    got: '已得到',
    unknown: '可能已得到',
    heldOut: '对照组：本应得到，特意不给',
    task: '交同事处理',
    waits: '等待中',
    didNotGet: '未得到',
  },
  outcome: {
    entered: '进入',
    notEntered: '未进入',
    decided: '已决定',
    sent: '已发送',
    held: '暂缓',
    skipped: '跳过',
    heldOut: '对照组',
    failed: '失败',
    unknown: '不知是否已发送',
    granted: '已发放',
    refused: '被拒',
    reversed: '已收回',
    issued: '已发出',
    opened: '已建立',
    waiting: '等待',
    split: '分流',
    moved: '转到另一版本',
    ended: '结束',
    exited: '离开活动',
    goal: '达成目标',
  },
  gate: {
    fresh: '足够新近',
    eligible: '属于对象',
    oncePer: '此前未有',
    exit: '仍在途中',
    paused: '未暂停',
    sender: '发信正常',
    address: '有地址',
    consent: '可以发信',
    suppressed: '地址有效',
    openCase: '无未结投诉',
    statutoryFirst: '法定权利优先',
    frequencyCap: '不过于频繁',
    owed: '依法应付',
    disruption: '当前无航班异常',
    blackout: '非停发日',
    quietHours: '非夜间',
    priority: '无更优先者',
    sendingRate: '本分钟有余量',
    inAll: '总量有余',
    budget: '预算有余',
    globalHoldout: '不在总对照组',
    holdout: '不在对照组',
  },
  answer: { go: '通过', skip: '不通过', hold: '等待' },
  times: (zone) => `（时间按 ${zone}）`,
  noCampaigns: '还没有活动：`npx wingback publish DIR`',
  erased: (at) => `该卡已于 ${at} 抹除：一无所知`,
  merged: (into) => `已并入 ${into}：请查询该卡`,
  missed: '未得到',
  until: '至',
  rulebook: '规则册',
  unset: '未知',
  asked: '要求',
  otherwise: '若有以下情况，结果会不同',
  otherwiseAll: '若同时有以下情况，结果会不同',
  otherwiseAny: '若有以下任一情况，结果会不同',
  or: '，或',
}

export const explainWords: Record<Language, ExplainWords> = { en, 'zh-CN': zhCN }
