import type { GateName } from '../../contract/wingback.ts'
import type { Language } from './language.ts'

/** What kept an action from being done: a gate, the ledger, or that it could not be made. */
export type Stop = GateName | 'refused' | 'failed'

const en: Record<Stop, string> = {
  fresh: 'too late',
  eligible: 'no longer one of those meant',
  oncePer: 'had it before',
  exit: 'no longer on the way',
  paused: 'paused',
  sender: 'sender paused',
  owed: 'nothing owed by law',
  address: 'no address',
  consent: 'no consent, or objected',
  suppressed: 'bounced or reported as spam',
  openCase: 'complaint open',
  disruption: 'flight disrupted just now',
  statutoryFirst: 'statutory rights come first',
  frequencyCap: 'enough mails already',
  blackout: 'blackout day',
  quietHours: 'at night',
  priority: 'something more important',
  sendingRate: 'no room in this minute',
  inAll: 'none left of all',
  budget: 'budget spent',
  globalHoldout: 'held out of all campaigns',
  holdout: 'held out',
  refused: 'refused by the ledger',
  failed: 'could not be made',
}

const zhCN: Record<Stop, string> = {
  fresh: '太晚',
  eligible: '不再属于对象',
  oncePer: '此前已有',
  exit: '已不在途中',
  paused: '已暂停',
  sender: '发信已暂停',
  owed: '依法无应付',
  address: '无地址',
  consent: '未同意或已拒收',
  suppressed: '退信或被举报为垃圾邮件',
  openCase: '有未结投诉',
  disruption: '航班刚有异常',
  statutoryFirst: '法定权利优先',
  frequencyCap: '邮件已够多',
  blackout: '停发日',
  quietHours: '夜间',
  priority: '有更优先者',
  sendingRate: '本分钟已满',
  inAll: '总量已尽',
  budget: '预算已尽',
  globalHoldout: '在总对照组',
  holdout: '在对照组',
  refused: '账簿拒绝',
  failed: '无法生成',
}

const tables: Record<Language, Record<string, string>> = { en, 'zh-CN': zhCN }

/** What stopped something, in words that say the stop: not the gate's question. */
export function stopText(stop: string, language: Language): string {
  return tables[language][stop] ?? stop
}
