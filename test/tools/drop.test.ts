import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Drop, openDrop } from '../../infra/local/drop.ts'

/** The folder into which files are dropped: nothing is lost, and one file keeps no other from being taken. */

let folder: string
let drop: Drop
let kept: Map<string, string>
let errors: string[]
/** Files that the store does not take. */
let refused: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wingback-drop-'))
  kept = new Map()
  errors = []
  refused = ''
  const store = {
    async put(key: string, bytes: Uint8Array) {
      if (refused !== '' && key.includes(refused)) throw new Error('no')
      if (kept.has(key)) return 'known' as const
      kept.set(key, Buffer.from(bytes).toString())
      return 'kept' as const
    },
    get: async () => undefined,
  }
  drop = openDrop(
    folder,
    () => store,
    (error) => errors.push((error as Error).message),
  )
})
afterEach(() => {
  drop.close()
  rmSync(folder, { recursive: true })
})

const put = (name: string, text: string) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

const look = async (times = 2) => {
  let count = 0
  for (let i = 0; i < times; i++) count += await drop.look()
  return count
}

test('a file is taken when it has stopped changing, and moved', async () => {
  const path = put('operations/late.xml', '<a')
  expect(await look(1)).toBe(0)
  appendFileSync(path, '/>')
  expect(await look(1)).toBe(0)
  expect(await look(1)).toBe(1)
  expect([...kept.values()]).toEqual(['<a/>'])
  expect(existsSync(path)).toBe(false)
  expect(existsSync(join(folder, 'operations/taken/late.xml'))).toBe(true)
})

test('two files of one time whose names become one are both kept', async () => {
  const at = new Date('2026-10-01T00:00:00Z')
  for (const [name, text] of [
    ['早.xml', 'early'],
    ['晚.xml', 'late'],
  ] as const) {
    utimesSync(put(`operations/${name}`, text), at, at)
  }
  expect(await look()).toBe(2)
  expect([...kept.values()].sort()).toEqual(['early', 'late'])
})

test('a name that is dropped again with other content is another message', async () => {
  const at = new Date('2026-10-01T00:00:00Z')
  for (const text of ['one', 'two']) {
    utimesSync(put('operations/a.xml', text), at, at)
    await look()
  }
  expect([...kept.values()]).toEqual(['one', 'two'])
})

test('a file that is not finished, by its name, is let be until it is renamed', async () => {
  for (const name of ['.late.xml', 'late.xml.part', 'late.xml.TMP']) put(`operations/${name}`, 'half')
  expect(await look()).toBe(0)
  expect(errors).toEqual([])
})

test('one that cannot be taken is told of once, and keeps no other from being taken', async () => {
  refused = 'a.xml'
  put('operations/a.xml', 'a')
  put('operations/b.xml', 'b')
  put('members/c.csv', 'c')
  expect(await look(4)).toBe(2)
  expect(errors).toEqual([expect.stringContaining('operations/a.xml cannot be taken')])
  refused = ''
  expect(await look()).toBe(1)
  expect([...kept.values()].sort()).toEqual(['a', 'b', 'c'])
})

test('a file where no connector can take it is pointed out', async () => {
  put('late.xml', 'x')
  put('My_Airport/late.xml', 'x')
  symlinkSync('/nowhere', join(folder, 'link'))
  expect(await look(3)).toBe(0)
  expect(errors).toEqual([
    expect.stringMatching(/late\.xml is in no folder of a connector: put it into .*NAME/),
    expect.stringMatching(/My_Airport\/late\.xml is in no folder of a connector/),
  ])
})
