import type { preview as en } from '../en/preview.ts'
import { facts } from './facts.ts'
import { happened } from './happenings.ts'
import { valueNames } from './rule-words.ts'

const OWNERS: Readonly<Record<string, string>> = { audience: '人群', campaign: '活动' }

export const preview: typeof en = {
  title: (version, looked, members) =>
    `规则集 ${version} 生效后立即发生的变化（已查看${looked === members ? ` ${looked} ` : ` ${members} 名中的 ${looked} `}名会员）：`,
  nothing: '没有立即发生的变化：活动随今后发生的事件开始',
  atOnce: {
    underWay: (count) => `进行中 ${count} 人`,
    finish: (count) => `${count} 人按原版本走完`,
    move: (count) => `${count} 人转到同名步骤`,
    leave: (count) => `${count} 人离开`,
    enter: (count) => `${count} 人现在进入`,
    heldOut: (count) => `${count} 人在对照组，不触达`,
    email: (count) => `现在发出邮件 ${count} 封`,
    other: (count, name) => `现在${name} ${count} 个`,
  },
  more: (times) => `按全部会员推算，约为上述数字的 ${times} 倍`,
  overlaps: '同一原因会收到两封邮件：',
  both: (members) => `${members} 名会员同时符合两个活动`,
  bothFor: (event, members) =>
    members === undefined
      ? `都由“${happened(event)}”触发；此类事件不保留历史，无法统计涉及多少会员`
      : `都由“${happened(event)}”触发：${members} 名会员曾有同时触发两者的事件`,
  unknown: '规则中无人符合的取值：',
  unknownWord: ({ name, value, in: owner, had }) => {
    const [kind = '', id] = owner.split(' ')
    const named = (code: string) => `${code}${valueNames[name]?.[code] ? `（${valueNames[name][code]}）` : ''}`
    const known = had.length === 0 ? '没有任何会员有此项' : `现有：${had.map(named).join('、')}`
    return `${facts.rule(name)}：${named(value)}，见${OWNERS[kind] ?? kind} ${id}；${known}`
  },
  stopped: (campaign) => `${campaign} 已停止：执行 \`npx wingback resume ${campaign}\` 之前无人进入`,
  waits: '此规则集放宽了资金限制，须由另一人批准：',
  listed: '；',
  colon: '：',
  looking: (looked, members) => `已查看 ${looked} 名，共 ${members} 名……`,
}
