import { describe, expect, test } from 'vitest'
import { type EntitlementPlan, planNow } from '../../shared/domain/actions/entitlement/entitlement.ts'
import type { Finding } from '../../shared/domain/law/finding.ts'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import { grantIn } from '../../shared/domain/ledger/in-words.ts'
import { coreTextsIn } from '../../shared/domain/texts/core.ts'
import { law } from '../../shared/domain/texts/en/law.ts'
import { taskIn } from '../../shared/domain/texts/own-tasks.ts'
import { say } from '../../shared/domain/texts/say.ts'

/** Everything the law's answers can rest on, with its words in both languages. */
type Row = [finding: Finding, en: string, zhCN: string]

const rows: Row[] = [
  [{ is: 'written', text: '2 h 59 late' }, '2 h 59 late', '2 h 59 late'],
  [
    { is: 'outOfScope', from: 'PEK', to: 'SHA', licence: 'CN' },
    'PEK to SHA with a carrier licensed "CN" is out of scope',
    'PEK 至 SHA、承运人许可地为“中国”的航班不在适用范围内',
  ],
  [{ is: 'noArrivalKnown' }, 'no arrival known, so nothing for lateness', '尚不知到达时间，延误部分不补偿'],
  [
    { is: 'lateUnder', late: 179, km: 1500, under: 180 },
    '2 h 59 late at the final destination, 1,500 km: under 3 h',
    '延误 2 小时 59 分钟到达最终目的地，航程 1,500 公里：不足 3 小时',
  ],
  [
    { is: 'lateUnder', late: 0, km: 1500, under: 180 },
    'on time at the final destination, 1,500 km: under 3 h',
    '正点到达最终目的地，航程 1,500 公里：不足 3 小时',
  ],
  [
    { is: 'lateUnder', late: -5, km: 1500, under: 180 },
    '5 min early at the final destination, 1,500 km: under 3 h',
    '提前 5 分钟到达最终目的地，航程 1,500 公里：不足 3 小时',
  ],
  [
    { is: 'lateExcused', late: 240, km: 8153 },
    '4 h late at the final destination, 8,153 km: extraordinary circumstances, so no compensation',
    '延误 4 小时到达最终目的地，航程 8,153 公里：属特殊情况（不可抗力等），不予补偿',
  ],
  [
    { is: 'latePaid', late: 235, km: 8153, cause: 'none', under: 240 },
    '3 h 55 late at the final destination, 8,153 km, no extraordinary circumstances: half, being under 4 h',
    '延误 3 小时 55 分钟到达最终目的地，航程 8,153 公里，无特殊情况：不足 4 小时，减半',
  ],
  [
    { is: 'latePaid', late: 300, km: 8153, cause: 'unproven' },
    '5 h late at the final destination, 8,153 km, no extraordinary circumstances proven',
    '延误 5 小时到达最终目的地，航程 8,153 公里，未证明有特殊情况',
  ],
  [{ is: 'careDue', from: 120 }, 'care is due (from 2 h)', '应提供食宿等照顾（满 2 小时）'],
  [
    { is: 'fareBack', from: 300 },
    'so is the fare back, if not travelled (from 5 h)',
    '旅客放弃行程的，可全额退票（满 5 小时）',
  ],
  [{ is: 'told', days: 3 }, 'cancelled, told 3 days before', '航班取消，提前 3 天告知'],
  [{ is: 'toldAtMost', days: 9 }, 'cancelled, told 9 days before at most', '航班取消，最多提前 9 天告知'],
  [{ is: 'reroutedClosely' }, 're-routed closely enough', '改签航班时间相近'],
  [{ is: 'toldInTime', days: 14 }, '14 days or more are free', '提前 14 天及以上告知，无须补偿'],
  [{ is: 'cancelExcused' }, 'extraordinary circumstances, so no compensation', '属特殊情况（不可抗力等），不予补偿'],
  [
    { is: 'cancelPaid', km: 8153, cause: 'unproven', rerouted: 'no' },
    'no re-routing, 8,153 km, no extraordinary circumstances proven',
    '未提供改签，航程 8,153 公里，未证明有特殊情况',
  ],
  [
    { is: 'cancelPaid', km: 8153, cause: 'none', rerouted: 'late', under: 240 },
    'not re-routed closely enough, 8,153 km, no extraordinary circumstances: half, arriving no more than 4 h late',
    '改签航班时间相差过大，航程 8,153 公里，无特殊情况：到达相差不超过 4 小时，减半',
  ],
  [
    { is: 'refundOrReroute' },
    'refund or re-routing is due, and care while waiting',
    '应予退票或改签，等待期间提供食宿等照顾',
  ],
  [
    { is: 'volunteer' },
    'a volunteer: what was agreed, and refund or re-routing',
    '自愿放弃座位：按约定给付，并可退票或改签',
  ],
  [{ is: 'deniedPaid', km: 480 }, 'denied boarding against their will, 480 km', '非自愿被拒登机，航程 480 公里'],
  [
    { is: 'deniedPaid', km: 480, under: 120 },
    'denied boarding against their will, 480 km: half, arriving no more than 2 h late',
    '非自愿被拒登机，航程 480 公里：到达相差不超过 2 小时，减半',
  ],
  [{ is: 'notLower' }, 'not in a lower class than paid for', '未降低所购舱位等级'],
  [
    { is: 'lowerPaid', km: 2900, percent: 50 },
    'in a lower class than paid for, 2,900 km: 50 % of the price',
    '舱位低于所购等级，航程 2,900 公里：补偿票价的 50%',
  ],
  [
    { is: 'notChina' },
    'neither from nor to the Chinese mainland, nor with a carrier licensed there',
    '始发、到达均不在中国内地，承运人也未在中国内地取得许可',
  ],
  [{ is: 'noDelay', upTo: 15 }, 'up to 15 min is no delay', '15 分钟以内不算延误'],
  [{ is: 'cancelled' }, 'cancelled', '航班取消'],
  [
    { is: 'noSubstitute' },
    'the published tables pay for lateness, and no substitute flight is known',
    '承运人公布的标准按延误时长补偿，而替代航班不明',
  ],
  [
    { is: 'noTableNamed' },
    'the carrier’s fault; the money is in its published conditions, and no table is named',
    '属承运人原因；金额以承运人公布的标准为准，但未指明所用标准',
  ],
  [{ is: 'notCarrier' }, 'not the carrier’s fault: no money', '非承运人原因，不予经济补偿'],
  [
    { is: 'carrierUnder', late: 239, under: 240 },
    'the carrier’s fault, 3 h 59: under 4 h',
    '承运人原因，延误 3 小时 59 分钟：不足 4 小时',
  ],
  [
    { is: 'carrierPaid', late: 250, from: 240 },
    'the carrier’s fault, 4 h 10: 4 h or more',
    '承运人原因，延误 4 小时 10 分钟：满 4 小时',
  ],
  [
    { is: 'careOnTheWay', place: 'stopover' },
    'care at a stopover of a domestic flight, whatever the cause',
    '国内航班经停地的食宿，无论何种原因均由承运人提供',
  ],
  [
    { is: 'careOnTheWay', place: 'diversion' },
    'care at a diversion of a domestic flight, whatever the cause',
    '国内航班备降地的食宿，无论何种原因均由承运人提供',
  ],
  [{ is: 'careByCarrier' }, 'care is the carrier’s', '食宿由承运人承担'],
  [{ is: 'careArranged' }, 'care is arranged, at the passenger’s cost', '承运人协助安排食宿，费用由旅客自理'],
  [{ is: 'fareBackFree' }, 'the fare back without a fee if the passenger wishes', '旅客要求退票的，免收退票费'],
  [
    { is: 'onBoard', minutes: 60, departure: 'known' },
    'on board 1 h, departure time known: news every 30 min',
    '已在机上等待 1 小时，起飞时间已定：每 30 分钟通报一次',
  ],
  [
    { is: 'onBoard', minutes: 200, departure: 'unknown', water: 120, off: 180 },
    'on board 3 h 20, departure time unknown: news every 30 min, water and food from 2 h, off the aircraft from 3 h, safety and security permitting',
    '已在机上等待 3 小时 20 分钟，起飞时间未定：每 30 分钟通报一次，满 2 小时提供饮用水和食品，满 3 小时，在安全、安保允许时安排下机',
  ],
  [
    { is: 'toldAfter', minutes: 45, within: 30 },
    'told after 45 min: 30 min is the limit',
    '45 分钟后告知：时限为 30 分钟',
  ],
  [{ is: 'neverTold', within: 30 }, 'never told: 30 min is the limit', '始终未告知：时限为 30 分钟'],
  [{ is: 'notUs' }, 'neither from nor to the United States', '始发、到达均不在美国'],
  [{ is: 'alternativeAccepted' }, 'cancelled, the alternative accepted', '航班取消，旅客接受了替代安排'],
  [{ is: 'noAlternative' }, 'cancelled, no alternative accepted', '航班取消，旅客未接受替代安排'],
  [
    { is: 'noChange', under: 360 },
    'no significant change: no 6 h earlier or later, nor otherwise',
    '无重大变更：提前或延后均不足 6 小时，也无其他重大变更',
  ],
  [
    { is: 'changeAccepted', what: 'later', minutes: 400 },
    'arrives 6 h 40 later, but the passenger accepted it; no cash compensation in US rules',
    '晚到 6 小时 40 分钟，但旅客已接受；美国规定无现金补偿',
  ],
  [
    { is: 'changeNotAccepted', what: 'earlier', minutes: 200 },
    'leaves 3 h 20 earlier, and not accepted',
    '提前 3 小时 20 分钟起飞，旅客未接受',
  ],
  [
    { is: 'changeNotAccepted', what: 'airport', airport: 'EWR' },
    'another airport, EWR, and not accepted',
    '改为另一机场 EWR，旅客未接受',
  ],
  [{ is: 'changeNotAccepted', what: 'connections' }, 'more connections, and not accepted', '增加了中转，旅客未接受'],
  [{ is: 'changeNotAccepted', what: 'class' }, 'a lower class, and not accepted', '降低了舱位等级，旅客未接受'],
  [{ is: 'bagNotReported' }, 'the bag was not reported missing', '旅客未申报行李未到'],
  [
    { is: 'bagWithin', hours: 12, within: 12 },
    'the bag came after 12 h: within 12 h',
    '行李在 12 小时后到达：未超过 12 小时',
  ],
  [
    { is: 'bagOver', hours: 31, within: 30 },
    'the bag came after 31 h: over 30 h',
    '行李在 31 小时后到达：超过 30 小时',
  ],
  [{ is: 'extraProvided' }, 'the extra was provided', '附加服务已提供'],
  [{ is: 'extraNotProvided' }, 'an extra that was paid for was not provided', '已付费的附加服务未提供'],
  [{ is: 'volunteered' }, 'a volunteer: what was agreed', '自愿放弃座位：按约定给付'],
  [{ is: 'notAtUsAirport' }, 'not at an airport of the United States', '登机地不在美国'],
  [{ is: 'reroutedWithin', within: 60 }, 're-routed to within 1 h', '改签后到达时间相差不超过 1 小时'],
  [
    { is: 'deniedShare', trip: 'domestic', percent: 400, amount: 215000, currency: 'USD' },
    'denied boarding, domestic: 400 % of the fare, at most 2,150.00 USD',
    '被拒登机（国内）：票价的 400%，最多 2,150.00 USD',
  ],
  [
    { is: 'deniedShare', trip: 'international', percent: 200, amount: 107500, currency: 'USD' },
    'denied boarding, international: 200 % of the fare, at most 1,075.00 USD',
    '被拒登机（国际）：票价的 200%，最多 1,075.00 USD',
  ],
  [
    { is: 'onBoardUs', minutes: 200, water: 120, off: 180 },
    'on board 3 h 20: water and food by 2 h, off by 3 h, safety permitting',
    '已在机上等待 3 小时 20 分钟：2 小时内提供饮用水和食品，3 小时内安排下机（安全允许时）',
  ],
  [
    { is: 'noRules', law: 'CN', event: 'bag_delay', events: 'delay,cancellation' },
    'CN has no rules for bag_delay here; it has delay, cancellation',
    '中国民航规定在此没有关于“行李延误”的规则；有：延误、取消',
  ],
  [
    { is: 'noRuleThen', day: '1999-01-01', kept: '2005-02-17..2020-12-31,2021-01-01..' },
    'no rule is kept for 1999-01-01; the table has 2005-02-17 to 2020-12-31, 2021-01-01 on',
    '1999-01-01 没有可用的规则；现有 2005-02-17 至 2020-12-31、2021-01-01 起',
  ],
  [{ is: 'unknownAirport', airport: 'ZZZ' }, '"ZZZ" is not a known airport', '“ZZZ”不是已知的机场'],
  [
    { is: 'isNeeded', event: 'downgrade', law: 'EU261' },
    'is needed for downgrade under EU261',
    '按 EU261 判断“降舱”时必填',
  ],
  [
    { is: 'orChangeNeeded', event: 'schedule_change', law: 'US-DOT' },
    'or another change is needed for schedule_change under US-DOT',
    '按美国运输部规定判断“时刻变更”时，须填写此项或其他变更',
  ],
  [
    { is: 'noTable', table: 'Air Chian', tables: 'Air China,CATA 2010' },
    'no table of "Air Chian" is kept; there is Air China, CATA 2010',
    '没有“Air Chian”的补偿标准；现有：Air China、CATA 2010',
  ],
  [
    { is: 'noTableThen', table: 'Air China', day: '2016-01-01' },
    'no table of "Air China" is kept for 2016-01-01',
    '“Air China”没有适用于 2016-01-01 的补偿标准',
  ],
  [
    { is: 'lacks', fact: 'ticketPriceMinor', event: 'downgrade', law: 'EU261' },
    'the fare is needed for downgrade under EU261',
    '按 EU261 判断“降舱”，还需知道票价',
  ],
  [
    { is: 'lacks', fact: 'carrierCaused', event: 'delay', law: 'CN' },
    'why it happened is needed for delay under CN',
    '按中国民航规定判断“延误”，还需知道原因',
  ],
  [
    { is: 'lacks', fact: 'standard', event: 'delay', law: 'CN' },
    'standard is needed for delay under CN',
    '按中国民航规定判断“延误”，还需知道 standard',
  ],
  [{ is: 'noLaw' }, 'no law that is kept here covers it', '不在现有任何法规的适用范围内'],
  [{ is: 'noLeg', leg: 'XW9' }, '"XW9" names no flight leg', '“XW9”不是航段'],
  [{ is: 'notEnrolled' }, 'nobody has enrolled with the card', '该卡号尚无人入会'],
  [{ is: 'deniedAndFlown' }, 'denied boarding, and has flown it', '曾被拒登机，却又乘坐了该航班'],
  [
    { is: 'replacementUnknown' },
    'when the flight was to arrive that was given instead is not known',
    '替代航班的计划到达时间不明',
  ],
  [
    { is: 'notConfirmed' },
    'the passenger had no confirmed booking (Art. 3(2) of EU261 and UK261)',
    '旅客没有已确认的订座（EU261、UK261 第 3 条第 2 款）',
  ],
  [
    { is: 'notOnBoard' },
    'the passenger was not on board (Art. 3(2) of EU261 and UK261)',
    '旅客未登机（EU261、UK261 第 3 条第 2 款）',
  ],
  [{ is: 'operated' }, 'the flight was operated', '航班已执行'],
  [{ is: 'onlyComplaint' }, 'nothing is known of the flight but a complaint', '除投诉外，对该航班一无所知'],
  [{ is: 'latenessUnread' }, 'how late it arrived cannot be read', '延误时长无法识别'],
  [
    { is: 'causeUnknown', late: 250 },
    'it arrived 4 h 10 late, and the cause is not known',
    '延误 4 小时 10 分钟到达，原因不明',
  ],
  [
    { is: 'unread', questions: 'delay,carrierLicence' },
    'what was told of it cannot be read (delay, carrierLicence)',
    '所报内容无法识别（到达延误、承运人许可地）',
  ],
  [{ is: 'confirmationUnknown' }, 'nobody has said that the booking was confirmed', '尚未告知订座是否已确认'],
  [
    { is: 'insteadUnknown' },
    'nobody has said how late the flight arrived that was given instead',
    '尚未告知替代航班晚到多久',
  ],
  [{ is: 'mayBePutOn' }, 'it may be put on again before it was to depart', '原定起飞前仍可能恢复'],
  [{ is: 'arrivalUnknown' }, 'nobody has said how late it arrived', '尚未告知晚到多久'],
  [{ is: 'boardingUnknown' }, 'nobody has said whether the passenger was on board', '尚未告知旅客是否登机'],
  [
    { is: 'owes', amount: 60000, currency: 'EUR', law: 'EU261' },
    '600.00 EUR under EU261',
    '依据 EU261 应补偿 600.00 EUR',
  ],
  [
    { is: 'owesLess', paid: 60000, owed: 30000, currency: 'EUR' },
    '600.00 EUR was granted, and 300.00 EUR is owed by what is known now',
    '已发放 600.00 EUR，按现有信息应为 300.00 EUR',
  ],
  [
    { is: 'owesNothing', paid: 60000, currency: 'EUR' },
    '600.00 EUR was granted, and nothing is owed by what is known now',
    '已发放 600.00 EUR，按现有信息无须补偿',
  ],
  [{ is: 'otherCurrency' }, 'another currency was paid for it before', '此前已用另一币种支付'],
  [{ is: 'takenBackBefore' }, 'it was granted before and taken back', '此前发放后又撤回'],
]

test('each code is in the table', () => {
  expect([...new Set(rows.map(([{ is }]) => is))].sort()).toEqual(Object.keys(law).sort())
})

test.each(rows)('%j', (finding, en, zhCN) => {
  expect(coreTextsIn('en').found([finding])).toBe(en)
  expect(coreTextsIn('zh-CN').found([finding])).toBe(zhCN)
})

describe('several', () => {
  const findings: Finding[] = [
    { is: 'lateUnder', regime: 'EU261', late: 179, km: 8153, under: 180 },
    { is: 'careDue', from: 120 },
  ]

  test('are one sentence, with the law that they are by', () => {
    expect(coreTextsIn('en').found(findings)).toBe(
      'EU261: 2 h 59 late at the final destination, 8,153 km: under 3 h; care is due (from 2 h)',
    )
    expect(coreTextsIn('zh-CN').found(findings)).toBe(
      'EU261：延误 2 小时 59 分钟到达最终目的地，航程 8,153 公里：不足 3 小时；应提供食宿等照顾（满 2 小时）',
    )
  })

  test('of a later version stand for themselves', () => {
    expect(coreTextsIn('zh-CN').found([{ is: 'ofTomorrow' }])).toBe('ofTomorrow')
  })
})

describe('of before findings were codes', () => {
  const about = { kind: 'entitlement', leg: 'XW9:FRA-PEK:2026-06-01' } as const
  const money = { regime: 'EU261', amountMinor: 600_00, currency: 'EUR', source: 'Art. 7' } as const
  const findings = [{ is: 'written', text: '4 h late' }]

  test.each<[what: string, plan: EntitlementPlan, now: object]>([
    ['money', { ...about, pays: { ...money, reason: '4 h late' }, perHourMinor: 1 }, { owes: { ...money, findings } }],
    ['a person’s', { ...about, ask: '4 h late', matter: 'owed again' }, { asks: findings, matter: 'owed again' }],
    ['taken back', { ...about, takesBack: money, why: '4 h late' }, { takesBack: money, because: findings }],
  ])('a plan is done as it was written: %s', (_what, plan, now) => {
    expect(planNow(plan)).toMatchObject({ ...about, ...now })
    expect(planNow(planNow(plan))).toEqual(planNow(plan))
  })

  test('a receipt, a task and a grant are shown as they were written', () => {
    expect(say({ is: 'owed.later', said: '4 h late' }, 'zh-CN')).toBe('补偿金额尚未确定：4 h late')
    const task = { title: 'for a person', detail: '4 h late', own: { is: 'owed', leg: about.leg } } as const
    expect(taskIn(task, 'zh-CN')).toMatchObject({ title: expect.stringContaining('法定补偿'), detail: '4 h late' })
    expect(grantIn({ reason: 'EU261: 4 h late (Art. 7)' } as Grant, 'zh-CN').reason).toBe('EU261: 4 h late (Art. 7)')
  })
})
