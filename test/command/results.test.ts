import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRun } from '../support/pipeline.ts'

/** `wingback results` and `wingback targets` as a person runs them. */

const root = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

/** Nothing answers there: whoever needs a running Wingback fails. */
const NOBODY = 'http://127.0.0.1:9'

async function wingback(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, WINGBACK_URL: NOBODY, WINGBACK_LANG: 'en' }
  const options = { cwd: root, env, maxBuffer: 16 * 1024 ** 2 }
  return run(process.execPath, ['cli/main.ts', ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }) => ({ code, out: stdout, err: stderr }),
  )
}

describe('the made-up year', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wingback-results-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('needs nothing that runs, in either language', async () => {
    expect((await wingback('results', '--demo')).out).toMatch(/We miss you +8 January 2025 +4,735/)
    expect((await wingback('results', 'we-miss-you', '--demo', '--lang', 'zh-CN')).out).toContain(
      '是否足以下结论：是。',
    )
  })

  test('is one JSON value for machines, and a file for spreadsheets', async () => {
    const file = join(folder, 'results.csv')
    const { out } = await wingback('results', 'birthday', '--demo', '--by', 'tier', '--json', '--csv', file)
    const { reports } = JSON.parse(out)
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({ analysis: { campaign: 'birthday' }, slices: { by: 'tier' } })
    expect(await readFile(file, 'utf8')).toMatch(/^\uFEFFcampaign,analysis,.*\r\nbirthday,/)
  })

  test('a campaign that is not in it is refused, with what was probably meant', async () => {
    const { code, err } = await wingback('results', 'we-mis-you', '--demo')
    expect(code).toBe(1)
    expect(err).toContain('did you mean "we-miss-you"?')
  })

  test('without it something has to run', async () => {
    expect((await wingback('results')).code).toBe(2)
  })
})

describe('of a running Wingback', () => {
  let airline: Awaited<ReturnType<typeof openRun>>
  beforeAll(async () => {
    airline = await openRun()
    const files = ['wingback.yaml', 'targets.yaml'].map(async (name) => {
      return [name, await readFile(join(root, 'campaigns', name), 'utf8')] as const
    })
    await airline.publish(Object.fromEntries(await Promise.all(files)))
  })
  afterAll(() => airline.end())

  test('results say that nobody is assigned yet, and counted again nothing differs', async () => {
    expect(await airline.command('results', '--lang', 'en')).toBe('No campaign has assigned anybody yet.\n')
    expect(await airline.command('results', 'all', '--lang', 'en')).toBe('Nobody has been assigned yet.\n')
    expect(JSON.parse(await airline.command('results', '--recount', '--json'))).toMatchObject({ differences: [] })
  })

  test('targets have a row each, with whose they are', async () => {
    const printed = await airline.command('targets', '--lang', 'en')
    expect(printed).toMatch(/^Response rate +Campaigns +≥ \d+ %/m)
    expect(printed).toMatch(/^Complaints answered within 24 hours +Customer care +≥ 90 %/m)
    expect(await airline.command('targets', '--lang', 'zh-CN')).toContain('24 小时内答复的投诉占比')
  })
})
