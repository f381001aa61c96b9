import { expect, test } from 'vitest'
import * as fields from '../../shared/contract/fields.ts'
import { readLeg } from '../../shared/domain/member/legs.ts'
import { faultOfCron } from '../../shared/domain/schedule.ts'
import { inChinese } from '../../shared/domain/texts/zh-CN/elsewhere.ts'
import { names } from '../../shared/standards/names.ts'
import { readPhone } from '../../shared/standards/phone.ts'

/** Words of what is wrong, as the standards say it. */
const refusals: Record<string, { ok: boolean; message?: string; hint?: string | undefined }> = {
  'a currency': names.currency('RMB'),
  'no currency at all': names.currency('??'),
  'a cabin in Chinese': names.cabin('公务舱'),
  'no cabin': names.cabin('Q'),
  'a flight without its route': readLeg('XW1001'),
  'an airport of four letters': names.airport('ZBAA'),
  'a route': names.route('PEK'),
  'a zone': names.timeZone('CST'),
  'a phone': readPhone('1'),
}

test.each(Object.entries(refusals))('%s is refused in Chinese too, with what was meant', (_, { ok, message, hint }) => {
  expect(ok).toBe(false)
  for (const each of [message, hint]) if (each !== undefined) expect(inChinese(each)).toMatch(/\p{Script=Han}/u)
})

test('a pattern of the clock, and a field of an event with its name', () => {
  expect(inChinese(faultOfCron('0 10 * *')!)).toBe('应有五项：分、时、日、月、星期')
  expect(inChinese(faultOfCron('0 10 * * 周一')!)).toContain('周一')
  const cause = fields.id.safeParse('行李箱损坏')
  expect(inChinese(`cause: ${cause.error!.issues[0]!.message}`)).toBe(
    'cause：应为 1 到 128 个英文字母、数字或 . : / # @ + ~ = _ -，不能用汉字和空格',
  )
})

test('what nobody has put into Chinese stays as it is', () => {
  expect(inChinese('Throttling: Rate exceeded')).toBe('Throttling: Rate exceeded')
})
