import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { rehearseFolder } from '../../cli/rehearse/rehearse.ts'
import { testFolder } from '../../cli/rulebook/examples.ts'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import { initFolder } from '../../cli/rulebook/init.ts'
import { sessionFor } from '../../cli/session.ts'
import { conditionOf, inAudience } from '../support/conditions.ts'

/** The chapter on conditions, followed word for word. */
const CHAPTER = 'docs/marketers/conditions.md'

/** The files that the chapter has one write, by their path in the folder. */
function filesOf(chapter: string): Record<string, string> {
  const named = chapter.matchAll(/`my-idea\/([^`]+)`:\n\n```\w+\n([\s\S]*?)```/g)
  return Object.fromEntries([...named].map(([, path, text]) => [path!, text!]))
}

/** What stands between the fences of one language. */
function blocksOf(chapter: string, language = '\\w*'): string[] {
  return [...chapter.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!)
}

let chapter: string
let folder: string
let rules: string

beforeAll(async () => {
  chapter = await readFile(CHAPTER, 'utf8')
  folder = await mkdtemp(join(tmpdir(), 'wingback-guide-'))
  rules = join(folder, 'my-idea')
  await initFolder(rules)
  for (const [path, text] of Object.entries(filesOf(chapter))) {
    await mkdir(dirname(join(rules, path)), { recursive: true })
    await writeFile(join(rules, path), text)
  }
})

afterAll(() => rm(folder, { recursive: true }))

describe('the idea of the chapter on conditions', () => {
  test('comes to a campaign that is valid and does what is expected of it', async () => {
    expect((await loadFolder(rules)).problems).toEqual([])
    const { problems, outcomes } = await testFolder(rules)
    expect(problems).toEqual([])
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([])
    expect(outcomes.filter(({ example }) => example.campaign === 'shuttle')).toHaveLength(3)
  })

  test('is rehearsed: nobody with six flights, and as many as it says with two', async () => {
    const files = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']
    const entered = async () => {
      const { rehearsal } = await rehearseFolder(sessionFor(true), rules, { files })
      return rehearsal.campaigns.shuttle!.entered
    }
    expect(await entered()).toBe(0)
    const audience = join(rules, 'audiences/shuttle.yaml')
    await writeFile(audience, (await readFile(audience, 'utf8')).replace('atLeast: 6', 'atLeast: 2'))
    expect(chapter).toContain(`: ${await entered()} members enter`)
  })
})

test('every condition of the chapter can be written', () => {
  const regulars = conditionOf({ flights: 1 })
  const context = { ...inAudience, inJourney: true, audienceIds: ['regulars'], audience: () => regulars }
  const conditions = blocksOf(chapter, 'yaml')
    .map((text) => parse(text) as unknown)
    .flatMap((source) => (Array.isArray(source) ? source : []))
  expect(conditions.length).toBeGreaterThan(20)
  for (const source of conditions) expect(() => conditionOf(source, context)).not.toThrow()
})

test('the chapter in Chinese has the same code', async () => {
  const chinese = await readFile('docs/marketers/conditions.zh-CN.md', 'utf8')
  expect(blocksOf(chinese)).toEqual(blocksOf(chapter))
})
