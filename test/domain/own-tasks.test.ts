import { expect, test } from 'vitest'
import type { OwnTask } from '../../shared/domain/actions/service-task/own.ts'
import { taskIn } from '../../shared/domain/texts/own-tasks.ts'

/** Tasks that Wingback opens by itself are read in the reader's language; those of rules in the airline's words. */

const written = { title: 'as it was opened', detail: 'as it was written' }

test('what the law owes: its title in the language, what to do as it was found out', () => {
  const own: OwnTask = { is: 'owed', leg: 'XW1061:PEK-LHR:2026-09-14' }
  expect(taskIn({ ...written, own }, 'en')).toMatchObject({
    title: 'What the law owes for XW1061:PEK-LHR:2026-09-14 is for a person to see to',
    detail: written.detail,
  })
  expect(taskIn({ ...written, own }, 'zh-CN').title).toBe('XW1061:PEK-LHR:2026-09-14 的法定补偿须人工处理')
})

test('passengers of other programmes, and a rating that dropped: all of it', () => {
  const others: OwnTask = { is: 'otherProgrammes', people: 1, flight: 'CA720', event: 'flight.disrupted F1' }
  expect(taskIn({ ...written, own: others }, 'en').title).toBe('1 passenger with cards of other programmes on CA720')
  expect(taskIn({ ...written, own: others }, 'zh-CN').detail).toContain('1 名旅客没有本公司会员卡')
  const means = { answers: 30, mean: 2.1, before: 3.9, weeksBefore: 12, answersBefore: 400 }
  const dropped: OwnTask = { is: 'dropped', topic: 'food', place: 'PEK-LHR', week: '2026-09-07', ...means }
  expect(taskIn({ ...written, own: dropped }, 'zh-CN')).toMatchObject({
    title: '2026-09-07 当周 PEK-LHR 的“餐食”评分下降',
    detail: expect.stringContaining('平均评分为 2.1（满分 5）'),
  })
})

test('what a rule opened stays as the rule says it', () => {
  expect(taskIn(written, 'zh-CN')).toEqual(written)
})
