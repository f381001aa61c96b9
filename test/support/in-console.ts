import { afterAll, beforeAll, describe } from 'vitest'
import { openBrowser } from './browser.ts'
import { openConsole } from './console.ts'

export { beginDraft, saved } from './draft-page.ts'

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
