import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { everyBranch, shippedTemplates } from '../support/mails.ts'
import { proseFaults } from '../support/prose.ts'

/** The mails that the project ships as people see them: on a small phone, with every branch of their templates. */

const browser = await openBrowser()
const templates = await shippedTemplates()
const inBrowser = browser ? describe : describe.skip
let page: Page

if (browser) {
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  })
  afterAll(() => browser.close())
}

inBrowser('mails on a phone', () => {
  test.each(templates.map((each) => [each.name, each] as const))('%s', async (_, shipped) => {
    const { variants } = everyBranch(shipped)
    for (const [index, { html }] of variants.entries()) {
      await page.setContent(html)
      expect(proseFaults(String(await page.evaluate('document.body.innerText')))).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      // It takes most of the time, and they all look alike.
      if (index === 0) expect(await barriers(page)).toEqual([])
    }
  })
})
