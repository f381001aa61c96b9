import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { localClock } from '../../infra/local/clock.ts'
import { openDataFolder } from '../../infra/local/data-folder.ts'

let parent: string
let folder: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'wingback-folder-'))
  folder = join(parent, 'data')
})
afterEach(() => rmSync(parent, { recursive: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('the folder of --data', () => {
  test("is its owner's alone, whether it is made or was there", () => {
    expect(openDataFolder(folder).isNew).toBe(true)
    expect(modeOf(folder)).toBe('700')

    mkdirSync(join(folder, 'parts/table'), { recursive: true })
    writeFileSync(join(folder, 'parts/table/000003.log'), 'members')
    writeFileSync(join(folder, 'parts/mails.jsonl'), 'mails')
    for (const [path, mode] of [
      ['parts/table/000003.log', 0o644],
      ['parts/mails.jsonl', 0o666],
      ['parts/table', 0o755],
      ['parts', 0o777],
      ['', 0o755],
    ] as const)
      chmodSync(join(folder, path), mode)
    expect(openDataFolder(folder).isNew).toBe(false)
    for (const path of ['', 'parts', 'parts/table']) expect(modeOf(join(folder, path))).toBe('700')
    for (const path of ['parts/table/000003.log', 'parts/mails.jsonl']) expect(modeOf(join(folder, path))).toBe('600')
  })

  test('that is there and empty is taken as new', () => {
    mkdirSync(folder, { mode: 0o755 })
    writeFileSync(join(folder, '.DS_Store'), '')
    expect(openDataFolder(folder).isNew).toBe(true)
    expect(modeOf(folder)).toBe('700')
  })

  test('that holds other things is refused and left as it is', () => {
    mkdirSync(folder, { mode: 0o755 })
    writeFileSync(join(folder, 'thesis.tex'), '', { mode: 0o644 })
    expect(() => openDataFolder(folder)).toThrow('holds other things')
    expect([modeOf(folder), modeOf(join(folder, 'thesis.tex'))]).toEqual(['755', '644'])
    expect(() => openDataFolder(join(folder, 'thesis.tex'))).toThrow('is a file')
    expect(() => openDataFolder('/proc/wingback')).toThrow('cannot hold the data')
  })

  test('keeps its keys, and says what to do where one is empty or too short', () => {
    const data = openDataFolder(folder)
    const key = data.key('link-key')
    expect(openDataFolder(folder).key('link-key')).toBe(key)
    expect(modeOf(join(folder, 'link-key'))).toBe('600')
    expect(readdirSync(folder)).toEqual(['link-key'])
    for (const name of ['link-key', 'hash-key'] as const)
      for (const content of ['', '\n', 'abc\n']) {
        writeFileSync(join(folder, name), content)
        expect(() => data.key(name)).toThrow(`${name} holds no key`)
        const hint = { 'link-key': /copy of the data; or delete the file/, 'hash-key': /copy of the data: grants and/ }[
          name
        ]
        expect(hintOf(() => data.key(name))).toMatch(hint)
        expect(readFileSync(join(folder, name), 'utf8')).toBe(content)
      }
  })

  test('makes no other key of hashes for data that has one', () => {
    const key = openDataFolder(folder).key('hash-key')
    mkdirSync(join(folder, 'parts'))
    expect(openDataFolder(folder).key('hash-key')).toBe(key)
    rmSync(join(folder, 'hash-key'))
    const lost = () => openDataFolder(folder).key('hash-key')
    expect(lost).toThrow('has data and no hash-key')
    expect(hintOf(lost)).toMatch(/copy of the data.*begin anew with another folder/)
    expect(readdirSync(folder)).toEqual(['parts'])
  })

  test('knows whether the last run was killed', () => {
    expect(openDataFolder(folder).begin()).toBe(false)
    const data = openDataFolder(folder)
    expect(data.begin()).toBe(true)
    data.end()
    expect(openDataFolder(folder).begin()).toBe(false)
  })
})

test.each(['', 'null', 'x', '{"driven":"x"}', '{"driven":1e18}', '{"driven":null}', '{"driv'])(
  'a clock file with %j is told, and what to do',
  (content) => {
    const file = join(parent, 'clock.json')
    writeFileSync(file, content)
    expect(() => localClock(file)).toThrow('does not say what time it is')
    expect(hintOf(() => localClock(file))).toContain('delete it')
  },
)

test('a clock that was moved, and one that was let go, are found again', () => {
  const file = join(parent, 'clock.json')
  const clock = localClock(file)
  clock.moveTo(Date.UTC(2026, 8, 1))
  expect(localClock(file).driven()).toBe(Date.UTC(2026, 8, 1))
  clock.release()
  expect(localClock(file).driven()).toBeUndefined()
})

function hintOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return String((error as { hint?: string | undefined }).hint)
  }
  return 'it did not throw'
}
