import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What stands in the way of people who see little or nothing (WCAG, by axe): faint text, links and buttons without a name. */
export async function barriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })`
  const { violations } = (await page.evaluate(run)) as { violations: { id: string; nodes: { html: string }[] }[] }
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
