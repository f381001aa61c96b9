import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Picture } from '../../shared/domain/pictures/picture.ts'
import { readPicture } from '../../shared/domain/pictures/read.ts'
import { pictureStore } from '../../shared/pipeline.ts'
import { png } from '../support/pictures.ts'
import { type Opened, openAws, wholeStores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

function picture(width: number, uploadedAt: number): [Picture, Uint8Array] {
  const bytes = png(width, 1)
  const read = readPicture(bytes)
  if (!read.ok) throw new Error(read.fault)
  return [{ ...read.picture, file: `${width}.png`, uploadedAt, uploadedBy: 'li' }, bytes]
}

describe.each(wholeStores)('pictures in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  test('are listed, the newest first, a page at a time', async () => {
    for (const width of [1, 2, 3]) expect(await store.pictures.put(...picture(width, T + width))).toBe('kept')
    const first = await store.pictures.list({ limit: 2 })
    expect(first.pictures.map(({ file }) => file)).toEqual(['3.png', '2.png'])
    const rest = await store.pictures.list({ limit: 2, cursor: first.cursor })
    expect(rest.pictures).toEqual([picture(1, T + 1)[0]])
    expect(rest.cursor).toBeUndefined()
  })

  test('are there once, as they came first', async () => {
    await store.pictures.put(...picture(5, T))
    expect(await store.pictures.put(...picture(5, T + 1))).toBe('known')
    expect((await store.pictures.list({ limit: 9 })).pictures).toEqual([picture(5, T)[0]])
  })
})

test('the store of this machine has the bytes under the name, and nothing that is called otherwise', async () => {
  const store = await openAws()
  const [known, bytes] = picture(7, T)
  await store.pictures.put(known, bytes)
  const at = (key: string) => fetch(`${store.parts.endpoints.store}/${pictureStore.bucket}/${key}`)
  expect(new Uint8Array(await (await at(`pictures/${known.name}`)).arrayBuffer())).toEqual(bytes)
  for (const key of ['pictures/x.html', `in/${known.name}`, known.name]) expect((await at(key)).status).toBe(404)
  await store.close()
})
