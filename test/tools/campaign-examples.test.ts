import { expect, test } from 'vitest'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { packBundle, packFiles } from '../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { apiInMemory } from '../support/api.ts'

/** A campaign's examples, run by the API on the live rules. */

const EXAMPLES = 'campaigns/sorry.examples.yaml'

async function withExamples(change: (text: string) => string) {
  const api = apiInMemory(Date.parse('2026-10-05T04:00:00Z'))
  const { files: written } = await readRulebookFolder('cli/starter')
  const files = { ...written, [EXAMPLES]: change(written[EXAMPLES]!) }
  const loaded = await loadRulebook(files, templateBuilder(files))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  await api.call('PUT', '/v1/rulebooks', 'li', packBundle(loaded.bundle))
  const run = async (lang = 'en') => (await api.get('/v1/campaigns/sorry/examples', 'li', { lang })).body
  const handOver = () => api.ports.rulebooks.writeFiles(loaded.rulebook.version, packFiles(files))
  return { run, handOver }
}

test('are not known where the rules were published without their files', async () => {
  const { run } = await withExamples((text) => text)
  expect(await run()).toMatchObject({ published: false, examples: [] })
})

test('are green where they come out as they say', async () => {
  const { run, handOver } = await withExamples((text) => text)
  await handOver()
  const { published, examples } = await run()
  expect(published).toBe(true)
  expect(examples.length).toBeGreaterThan(1)
  for (const each of examples) expect(each).toMatchObject({ passed: true, differences: [], file: EXAMPLES })
})

test('are red where they do not, with what differs', async () => {
  const { run, handOver } = await withExamples((text) => text.replace('{ miles: 2000 }, at', '{ miles: 3000 }, at'))
  await handOver()
  const red = (await run()).examples.filter(({ passed }: { passed: boolean }) => !passed)
  expect(red).toHaveLength(1)
  expect(red[0].differences.map((line: string) => line[0])).toEqual(['-', '+'])
  expect(red[0].happened.length).toBeGreaterThan(0)
})

test('tell in Chinese what happened', async () => {
  const { run, handOver } = await withExamples((text) => text)
  await handOver()
  const happened = (await run('zh-CN')).examples.flatMap((each: { happened: string[] }) => each.happened)
  expect(happened.length).toBeGreaterThan(1)
  for (const line of happened) expect(line).toMatch(/^[\d :-]+ {2}\p{Script=Han}/u)
  expect(happened.join('\n')).not.toMatch(/ (entered|ended|skipped by|not entered)/)
})
