import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { table } from '../../shared/pipeline.ts'
import { type Opened, openTable, stores } from './stores.ts'

const fit = {
  ...{ score: 'churn' as const, month: '2026-10', at: Date.UTC(2026, 9, 1), cutoff: '2026-04-04', horizonDays: 180 },
  ...{ members: 40, lost: 3, verdict: 'too-few' as const, liveModel: 'shipped-1' },
}

describe.each(stores)('the fits in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  test('are kept, one a month and score, and read the newest first', async () => {
    expect(await store.fits.list()).toEqual([])
    await store.fits.write(fit)
    await store.fits.write({ ...fit, month: '2026-11' })
    await store.fits.write({ ...fit, month: '2026-09' })
    await store.fits.write({ ...fit, members: 41 })
    await store.fits.write({ ...fit, score: 'lifetime', members: 42 })
    expect((await store.fits.list()).map(({ month, score, members }) => [month, score, members])).toEqual([
      ['2026-11', 'churn', 40],
      ['2026-10', 'churn', 41],
      ['2026-10', 'lifetime', 42],
      ['2026-09', 'churn', 40],
    ])
  })
})

test('a fit that was kept before there was another score is one of the churn model', async () => {
  const store = await openTable()
  try {
    const { score: _, ...before } = fit
    const Item = { pk: { S: 'FITS' }, sk: { S: before.month }, fit: { S: JSON.stringify(before) } }
    await store.clients.dynamo.send(new PutItemCommand({ TableName: table.name, Item }))
    expect(await store.fits.list()).toEqual([fit])
  } finally {
    await store.close()
  }
})
