import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ACTION_KINDS } from '../../shared/domain/actions/index.ts'
import { gates } from '../../shared/domain/campaign/gates/index.ts'
import type { GateName } from '../../shared/domain/reason.ts'

/** The guides' tables of guard rails have every gate that an action passes, in the order in which they are asked; and every step. */

type Row = [english: string, chinese: string]

const address: Row = ['address, **consent**', '邮箱、**同意**']
const holdout: Row = ['**holdout**', '**对照组**']

/** The row that a gate has; two may share one. */
const ROWS: Record<Exclude<GateName, 'fresh' | 'oncePer'>, Row> = {
  eligible: ['eligible', '符合条件'],
  exit: ['still in the campaign', '仍在活动中'],
  paused: ['not paused', '活动未暂停'],
  sender: ['sending not paused', '发信未暂停'],
  owed: ['owed by law', '有法定补偿'],
  stillGranted: ['still granted', '补偿未撤回'],
  address,
  consent: address,
  suppressed: ['not suppressed', '未被屏蔽'],
  openCase: ['open complaint', '未结投诉'],
  disruption: ['no recent disruption', '近期航班正常'],
  statutoryFirst: ['legal rights first', '法定补偿优先'],
  frequencyCap: ['frequency cap', '未超频控'],
  blackout: ['blackout days', '非停发日'],
  quietHours: ['**quiet hours**', '不在**免打扰时段**'],
  priority: ['priority', '无更高优先级活动'],
  outbox: ['not too many at once', '处理中的操作未超上限'],
  sendingRate: ['sending rate', '未达发送速率上限'],
  inAll: ['campaign limit', '未达活动人数上限'],
  budget: ['budget', '预算有余额'],
  globalHoldout: holdout,
  holdout,
}

/** Asked where the mails of a minute are counted: the guides have it before what else limits a campaign. */
const asked = gates.flatMap(({ name }): GateName[] => (name === 'inAll' ? ['sendingRate', name] : [name]))

describe.each([
  ['docs/marketers/README.md', 0, '| check | meaning |'],
  ['docs/marketers/README.zh-CN.md', 1, '| 检查 | 含义 |'],
] as const)('%s', (file, language, head) => {
  test('has every guard rail, in the order in which they are asked', () => {
    const table = readFileSync(file, 'utf8').split(`${head}\n|---|---|\n`)[1]!
    const rows = table.split('\n\n', 1)[0]!.split('\n')
    const expected = asked.map((name) => ROWS[name as keyof typeof ROWS][language])
    expect(rows.map((row) => row.split(' | ', 1)[0]!.slice('| '.length))).toEqual([...new Set(expected)])
  })

  test.each(ACTION_KINDS)('says how a step is written that is a %s', (kind) => {
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`(?:\`|- )${kind}\\b`))
  })
})
