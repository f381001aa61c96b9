import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { rehearseFolder } from '../../cli/rehearse/rehearse.ts'
import { testFolder } from '../../cli/rulebook/examples.ts'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import { initFolder } from '../../cli/rulebook/init.ts'
import { sessionFor } from '../../cli/session.ts'

/** The way of a new rulebook: made, tested, rehearsed, changed, compared. */

let folder: string
let rules: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-init-'))
  rules = join(folder, 'rules')
  await initFolder(rules)
})

afterAll(() => rm(folder, { recursive: true }))

function wingback(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/wingback.mjs', ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

describe('a new rulebook', () => {
  test('is valid, and decides as its examples say, which there are for all it does', async () => {
    expect((await loadFolder(rules)).problems).toEqual([])
    const { problems, outcomes, without } = await testFolder(rules)
    expect({ problems, without }).toEqual({ problems: [], without: [] })
    expect(outcomes.length).toBeGreaterThanOrEqual(3)
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([])
  })

  test('is the same in Chinese, with Chinese names and comments', async () => {
    const chinese = join(folder, 'chinese')
    expect((await initFolder(chinese, 'zh-CN')).map((path) => relative(chinese, path))).toEqual(
      (await readdir(rules, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(rules, join(parentPath, name)))
        .sort(),
    )
    expect((await loadFolder(chinese)).problems).toEqual([])
    const { problems, outcomes, without } = await testFolder(chinese)
    expect({ problems, without }).toEqual({ problems: [], without: [] })
    expect(outcomes.map(({ passed }) => passed)).toEqual(outcomes.map(() => true))
    for (const { example } of outcomes) expect(example.name).toMatch(/\p{Script=Han}/u)
    for (const path of ['audiences/regulars.yaml', 'campaigns/sorry.yaml', 'budgets.yaml', 'wingback.yaml']) {
      const [one, other] = await Promise.all([rules, chinese].map((from) => readFile(join(from, path), 'utf8')))
      const comments = [...other!.matchAll(/#\s(?!yaml-language)(.*)$/gm)].map(([, said]) => said)
      expect(comments.filter((said) => !/\p{Script=Han}/u.test(said!))).toEqual([])
      const { name: _, ...same } = parse(one!)
      expect(parse(other!)).toMatchObject(path === 'wingback.yaml' ? { ...same, locale: 'zh-CN' } : same)
    }
  })

  test('can be rehearsed at once', async () => {
    const files = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']
    const { rehearsal } = await rehearseFolder(sessionFor(true), rules, { files })
    expect(rehearsal.campaigns.sorry!.entered).toBeGreaterThan(0)
    expect(rehearsal.campaigns.sorry!.sent).toBeGreaterThan(0)
  })

  test('names a schema in each of its rules, which is there', async () => {
    const entries = await readdir(rules, { recursive: true })
    const yaml = entries.filter((path) => path.endsWith('.yaml'))
    expect(yaml.length).toBeGreaterThanOrEqual(5)
    for (const path of yaml) {
      const text = await readFile(join(rules, path), 'utf8')
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1]
      expect(JSON.parse(await readFile(join(rules, path, '..', schema ?? 'none'), 'utf8'))).toHaveProperty('$schema')
    }
  })

  test('is made nowhere where there is something', async () => {
    const before = (await readdir(rules, { recursive: true })).sort()
    const { code, err } = await wingback('init', rules)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is not empty') })
    expect((await readdir(rules, { recursive: true })).sort()).toEqual(before)
    expect((await wingback('init', join(rules, 'README.md'))).code).toBe(1)
  })
})

describe('a change to it', () => {
  test('is told by its examples, with what happened, and by what it changes', async () => {
    const changed = join(folder, 'changed')
    await cp(rules, changed, { recursive: true })
    const file = join(changed, 'campaigns/sorry.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('miles: 2000', 'miles: 1500'))

    const { code, out } = await wingback('test', changed)
    expect(code).toBe(1)
    expect(out).toContain('- expected, but did not happen: compensation 2000 miles at 2026-09-10 12:00 (line 19)')
    expect(out).toContain('+ happened, but was not expected: 2026-09-10 12:00  compensation 1500 miles')
    expect(out).toContain('4 examples, 3 failed')

    const report = JSON.parse((await wingback('test', changed, '--json')).out)
    expect(report).toMatchObject({ passed: 1, failed: 3, problems: [], campaignsWithoutExamples: [] })
    expect(report.examples[0]).toMatchObject({ campaign: 'sorry', passed: false, line: 14 })

    const diff = await wingback('diff', rules, changed)
    expect(diff.out.trim().split('\n')).toEqual([
      'campaign sorry',
      expect.stringContaining('compensation 1,500 miles (reason service-recovery), was compensation 2,000 miles'),
    ])
    expect((await wingback('diff', rules, rules)).out).toBe('nothing changes\n')
  })

  test('that cannot be read is told with its place', async () => {
    const bad = join(folder, 'bad')
    await cp(rules, bad, { recursive: true })
    const file = join(bad, 'campaigns/sorry.examples.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('event: complaint.filed', 'event: complaint.file'))
    const { code, out } = await wingback('test', bad)
    expect(code).toBe(1)
    expect(out).toMatch(/bad\/campaigns\/sorry\.examples\.yaml:\d+:\d+ bad-value .*complaint\.filed/)
  })
})

test('a campaign of the gallery is put into it, decides as its examples say, and changes no other rule', async () => {
  const made = join(folder, 'from-gallery')
  await initFolder(made)
  const sorry = await readFile(join(made, 'campaigns/sorry.yaml'), 'utf8')
  const listed = await wingback('new', '--lang', 'en')
  expect(listed.out).toContain('went-quiet  Went quiet')
  const placed = await wingback('new', made, '--from', 'went-quiet', '--json')
  expect(JSON.parse(placed.out)).toMatchObject({ campaign: 'went-quiet', missing: [] })
  const again = await wingback('new', made, '--from', 'went-quiet', '--as', 'autumn', '--lang', 'zh-CN')
  expect(again.out).toContain('audiences/autumn.yaml')
  const { problems, outcomes, without } = await testFolder(made)
  expect({ problems, without }).toEqual({ problems: [], without: [] })
  expect(outcomes.filter(({ passed }) => !passed)).toEqual([])
  expect(await readFile(join(made, 'campaigns/sorry.yaml'), 'utf8')).toBe(sorry)
  expect(await readFile(join(made, 'campaigns/autumn.yaml'), 'utf8')).toContain('name: 沉默会员唤回')
  const unknown = await wingback('new', made, '--from', 'went-quite', '--lang', 'en')
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('did you mean "went-quiet"?') })
})
