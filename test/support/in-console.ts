import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { openBrowser } from './browser.ts'
import { openConsole } from './console.ts'

type Console = Awaited<ReturnType<typeof openConsole>>

/**
 * The console in a browser for a file of tests; `args` are those of `npm start`. Where no browser runs, what is `inBrowser` is
 * left out. `wingback` is filled when it has started.
 */
export async function inConsole(...args: string[]) {
  const browser = await openBrowser()
  const wingback = {} as Console
  if (browser) {
    beforeAll(async () => {
      Object.assign(wingback, await openConsole(browser, ...args))
    }, 240_000)
    afterAll(async () => {
      await wingback.close()
      await browser.close()
    })
  }
  return { browser, inBrowser: browser ? describe : describe.skip, wingback }
}

/** Begins a draft of a purpose, and gives its address. */
export async function beginDraft(page: Page, name: string): Promise<string> {
  await page.goto('/drafts')
  await page.getByRole('button', { name: 'New draft' }).click()
  await page.getByRole('textbox', { name: 'What it is for' }).fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'New draft' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  return new URL(page.url()).pathname
}

/** Waits until what was typed is saved. */
export const saved = (page: Page) => page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
