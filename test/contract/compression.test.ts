import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packText, unpackText } from '../../shared/adapters/aws/compression.ts'
import { DICTIONARIES, LATEST } from '../../shared/adapters/aws/compression-dictionary.ts'

const TEXT = JSON.stringify({
  format: 5,
  layers: [{ at: 1, fields: { givenName: '超' } }],
  baselines: ['x'.repeat(900)],
})

/** What is stored was packed with it, and can be read with nothing else: a new one is added, none is ever changed. */
const FROZEN = { 1: 'e63d43a88ed45748', 2: 'a425e382e636ccd4', 3: 'e06386804a423144' }

test('dictionaries are what they have always been', () => {
  const hashOf = (dictionary: Buffer) => createHash('sha256').update(dictionary).digest('hex').slice(0, 16)
  expect(Object.fromEntries(Object.entries(DICTIONARIES).map(([n, one]) => [n, hashOf(one)]))).toEqual(FROZEN)
})

test.each(Object.entries(DICTIONARIES))(
  'what was packed with dictionary %s is read, however hard it was pressed',
  (n, dictionary) => {
    for (const level of [1, 3, 9]) {
      const packed = Buffer.concat([Buffer.of(Number(n)), deflateRawSync(TEXT, { level, dictionary })])
      expect(unpackText({ B: packed })).toBe(TEXT)
    }
  },
)

test('a text that is long is packed with the latest, a short one is left as it is', () => {
  expect(packText('{}', 900)).toEqual({ S: '{}' })
  const packed = packText(TEXT, 900)
  expect(packed.B![0]).toBe(LATEST)
  expect(unpackText(packed)).toBe(TEXT)
})
