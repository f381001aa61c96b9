import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Language } from '../../shared/domain/texts/language.ts'
import { startProcess } from './pipeline.ts'

/** `npm start` with its made-up month, to be looked at in a browser. */
export async function openConsole(browser: Browser, ...args: string[]) {
  const run = await startProcess(...args)
  // It is built meanwhile; whoever asks earlier waits for it.
  await fetch(run.api)
  const contexts: BrowserContext[] = []
  return {
    run,
    /** A browser of its own in which somebody sits. What its pages complain of is an error of the test. */
    async as(
      person: string,
      { language = 'en', dark = false }: { language?: Language; dark?: boolean } = {},
    ): Promise<Page> {
      const context = await browser.newContext({
        locale: language,
        colorScheme: dark ? 'dark' : 'light',
        viewport: { width: 1360, height: 900 },
        // axe is put into the page by the test.
        bypassCSP: true,
        baseURL: run.api,
      })
      contexts.push(context)
      await context.addInitScript(`localStorage.setItem('wingback.person', ${JSON.stringify(person)})`)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      // The first page of all is loaded by a browser that has nothing of it yet.
      page.setDefaultNavigationTimeout(60_000)
      return page
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()))
      await run.kill()
    },
  }
}
