import type { Page } from 'playwright-core'

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
