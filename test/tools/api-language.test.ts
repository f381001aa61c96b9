import { expect, test } from 'vitest'
import { handleApi } from '../../shared/app/api/index.ts'
import { apiInMemory } from '../support/api.ts'

const { context } = apiInMemory(Date.parse('2026-10-05T02:00:00Z'))

async function refusal(path: string, language?: string, method = 'GET') {
  const headers = language === undefined ? {} : { 'accept-language': language }
  const response = await handleApi({ method, path, query: { by: 'li' }, headers, body: new Uint8Array() }, context)
  expect(response).not.toHaveProperty('refusal')
  return JSON.parse(response.body).error
}

test('a refusal is in the language that its reader accepts; its code stays', async () => {
  const english = { code: 'no-such-member', message: 'no member is known as CA1' }
  expect(await refusal('/v1/members/CA1')).toMatchObject(english)
  expect(await refusal('/v1/members/CA1', 'de, en;q=0.8, zh;q=0.5')).toMatchObject(english)
  expect(await refusal('/v1/members/CA1', 'zh-CN,zh;q=0.9,en;q=0.8')).toEqual({
    code: 'no-such-member',
    message: '没有会员 CA1',
    hint: '会员号的写法与事件中一致吗？',
  })
})

test('a hint and a bad value are in Chinese too', async () => {
  expect(await refusal('/v1/memberz', 'zh-CN')).toMatchObject({
    code: 'no-such-path',
    hint: '您是想写“/v1/members”吗？',
  })
  const { code, message } = await refusal('/v1/pauses', 'zh-CN', 'POST')
  expect({ code, message }).toEqual({ code: 'bad-request', message: expect.stringMatching(/^campaign: 无效输入/) })
})
