import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { readRulebookFolder } from '../cli/rulebook/read.ts'
import { openBrowser } from '../test/support/browser.ts'
import { openConsole } from '../test/support/console.ts'
import { beginDraft } from '../test/support/draft-page.ts'
import { EDITED, manyFiles } from './many.ts'

/**
 * Processor time of the page's own thread from a key to the next painted frame, the middle one of several, with the rulebook of a large
 * airline. Undefined where no browser runs.
 */
export interface InBrowser {
  form: number
  yaml: number
  diagramMove: number
  campaignSearch: number
  fileSearch: number
}

const TIMES = 7
/** What follows a key (it is checked, saved, rehearsed) is over by then: it belongs to no other key. */
const QUIET_MS = 3_000

export async function measureInBrowser(): Promise<InBrowser | undefined> {
  const browser = await openBrowser()
  if (!browser) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'wingback-bench-'))
  try {
    await writeRulebook(folder)
    const wingback = await openConsole(browser, '--empty', '--rulebook', folder)
    const page = await wingback.as('li')
    page.setDefaultTimeout(120_000)
    const figures = await measured(page)
    await wingback.close()
    return figures
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(page: Page): Promise<InBrowser> {
  const keyToFrame = await timerOf(page)
  const draft = await beginDraft(page, 'A large rulebook')
  const search = async (path: string, name: string) => {
    await page.goto(path)
    const field = page.getByRole('searchbox', { name })
    await field.focus()
    return keyToFrame(() => page.keyboard.press('e'))
  }
  const open = async (view: string) => {
    await page.goto(`${draft}/file?path=${EDITED}&view=${view}`)
    await page.getByText('No problems').waitFor()
  }
  await open('form')
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().focus()
  const form = await keyToFrame(() => page.keyboard.press('a'))
  await open('yaml')
  await page.getByRole('textbox', { name: 'YAML of this file' }).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('# ')
  const yaml = await keyToFrame(() => page.keyboard.press('x'))
  await open('diagram')
  await page.locator('.react-flow__node').filter({ hasText: 'wait 1 day' }).first().focus()
  await page.keyboard.press('Enter')
  const diagramMove = await keyToFrame((n) => page.keyboard.press(n % 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'))
  return {
    ...{ form, yaml, diagramMove },
    campaignSearch: await search('/campaigns', 'Find a campaign'),
    fileSearch: await search(draft, 'Find a file'),
  }
}

/** Chromium counts the processor time of the page's thread, so that other work on the machine is not in it. */
async function timerOf(page: Page) {
  const chromium = await page.context().newCDPSession(page)
  await chromium.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await chromium.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000
  }
  return async (act: (n: number) => Promise<void>): Promise<number> => {
    const times: number[] = []
    for (let n = 0; n < TIMES; n++) {
      await page.waitForTimeout(QUIET_MS)
      const before = await spent()
      await act(n)
      await page.evaluate('new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)))')
      times.push((await spent()) - before)
    }
    return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!
  }
}

async function writeRulebook(folder: string): Promise<void> {
  const { files } = await readRulebookFolder(fileURLToPath(new URL('../campaigns', import.meta.url)))
  for (const [path, text] of Object.entries(manyFiles(files))) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
