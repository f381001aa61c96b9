import { beforeEach, describe, expect, test } from 'vitest'
import { needs } from '../../shared/app/api/rights.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { png } from '../support/pictures.ts'

/** Pictures of emails, asked of the API. */

let api: ApiInMemory

beforeEach(() => {
  api = apiInMemory(Date.parse('2026-10-05T02:00:00Z'))
  api.context.picturesUrl = 'https://wingback.example/pictures/'
})

const upload = (bytes: Uint8Array, file = 'seat.png') =>
  api.call('POST', '/v1/pictures', 'li', { file, bytes: Buffer.from(bytes).toString('base64') })

describe('pictures', () => {
  test('are uploaded once each, and listed with the address at which anybody sees them', async () => {
    const first = await upload(png(30, 20))
    expect(first).toMatchObject({
      status: 200,
      body: { isNew: true, picture: { width: 30, height: 20, uploadedBy: 'li' } },
    })
    const { name, url } = first.body.picture
    expect(url).toBe(`https://wingback.example/pictures/${name}`)
    expect((await upload(png(30, 20), 'again.png')).body).toMatchObject({ isNew: false, picture: { name } })
    const { pictures, cursor } = (await api.get('/v1/pictures', 'li')).body
    expect(pictures).toMatchObject([{ name, url, file: 'seat.png' }])
    expect(cursor).toBeNull()
  })

  test('are nothing that only is called so, and say what is taken', async () => {
    const { status, body } = await upload(new TextEncoder().encode('<svg/>'))
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 'picture-no-picture', hint: expect.stringContaining('1024 KB') })
  })

  test('have no place where there is no console', async () => {
    api.context.picturesUrl = undefined
    for (const answer of [await upload(png(1, 1)), await api.get('/v1/pictures', 'li')])
      expect(answer).toMatchObject({ status: 409, body: { error: { code: 'no-pictures' } } })
  })

  test('are added by who may edit, as a person', () => {
    expect(needs['POST /v1/pictures']).toEqual({ right: 'edit', decides: true })
  })
})
