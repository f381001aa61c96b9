import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { beginDraft, inConsole, saved } from '../support/in-console.ts'

/** What a draft would have done, rehearsed in the browser while it is written. */

const { inBrowser, wingback } = await inConsole()

const PATH = 'campaigns/service-recovery.yaml'

inBrowser('beside the editors of a draft', () => {
  test('stands what it would have done, against what is live, anew with each change', async () => {
    const page = await wingback.as('li')
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto('/drafts')
    await page.getByRole('button', { name: 'New draft' }).click()
    await page.getByRole('textbox', { name: 'What it is for' }).fill('For nobody')
    await page.getByRole('dialog').getByRole('button', { name: 'New draft' }).click()
    await page.getByRole('heading', { name: 'For nobody', level: 1 }).waitFor()
    const draft = new URL(page.url()).pathname
    await page.goto(`${draft}/file?path=${PATH}&view=yaml`)
    const rehearsed = page.getByText('Rehearsed', { exact: true })
    await rehearsed.waitFor({ timeout: 180_000 })
    const entered = page.getByRole('row', { name: /^Entered/ })
    const [, draftBefore = '', liveBefore = ''] = await entered
      .getByRole('cell')
      .or(entered.getByRole('rowheader'))
      .allInnerTexts()
    expect(Number.parseInt(draftBefore, 10)).toBeGreaterThan(5)
    expect(draftBefore).toBe(liveBefore)

    const yaml = page.getByRole('textbox', { name: 'YAML of this file' })
    await yaml.fill(
      readFileSync(`campaigns/${PATH}`, 'utf8').replace(
        /^audience: .*\n/m,
        'audience:\n  flights: { inLast: 365d, atLeast: 900 }\n',
      ),
    )
    await page
      .getByText('Rehearsing …')
      .or(page.getByText(/First figures/))
      .first()
      .waitFor()
    await rehearsed.waitFor({ timeout: 180_000 })
    await page.getByRole('row', { name: new RegExp(`^Entered 0 ${liveBefore} -${liveBefore}$`) }).waitFor()
    await page
      .getByText(/In, if: .*900/)
      .first()
      .click()

    await saved(page)
    await page.getByRole('button', { name: 'Rehearse on everybody' }).click()
    await page.getByText(/^With all [\d,]+ members, up to .* begun by Li/).waitFor({ timeout: 180_000 })
    const ofAll = page.getByRole('row', { name: new RegExp(`^Entered 0 ${liveBefore} -${liveBefore}$`) })
    expect(await ofAll.count()).toBe(2)
    expect(await barriers(page)).toEqual([])

    await yaml.fill(readFileSync(`campaigns/${PATH}`, 'utf8'))
    await page.getByText('The draft has changed since.').waitFor({ timeout: 60_000 })
    expect(complaints).toEqual([])
  }, 600_000)

  test('stands how many are in an audience as its condition is written, and whom email reaches', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'Who is it')
    // The first sample is drawn while the page is open.
    const none = { error: { code: 'no-sample', message: 'there is no sample yet' } }
    await page.route('**/console/v1/sample', (route) => route.fulfill({ status: 404, json: none }))
    await page.goto(`${draft}/file?path=audiences/gone-quiet.yaml`)
    await page.getByText('There is no sample of history yet.').waitFor()
    await page.unroute('**/console/v1/sample')
    const size = page.getByText(/^By the sample [\d,]+ members; email can reach [\d,]+ of them/)
    await size.waitFor({ timeout: 120_000 })
    const before = await size.textContent()
    await page.getByRole('textbox', { name: 'last flight', exact: true }).fill('1')
    await page.getByText('last flight at least 1 day ago').waitFor()
    for (let n = 0; n < 600 && (await size.textContent()) === before; n++) await page.waitForTimeout(100)
    const [wider = 0, narrower = 0] = [await size.textContent(), before].map((text) => Number(/\d+/.exec(text!)![0]))
    expect(wider).toBeGreaterThan(narrower)
  }, 300_000)

  test('stands nothing for who may not read the sample', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/drafts')
    await page.getByRole('link', { name: 'For nobody' }).click()
    await page.getByRole('link', { name: PATH }).click()
    await page.getByText('No problems').waitFor()
    expect(await page.getByText('What it would have done').count()).toBe(0)
  }, 60_000)
})

inBrowser('what a campaign did for a member', () => {
  test('becomes an example of it in a draft, from the timeline and from why', async () => {
    const page = await wingback.as('sun')
    await page.goto('/members/CW100001?tab=timeline')
    await page
      .getByRole('link', { name: /^Open Complained/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Make an example of this' }).click()
    const ask = page.getByRole('dialog').filter({ hasText: 'What it shows' })
    await ask.getByRole('button', { name: /^Campaign/ }).click()
    await page.getByRole('option', { name: 'Apology after a complaint' }).click()
    await ask.getByRole('textbox', { name: 'What it shows' }).fill('Grace is won back')
    expect(await barriers(page)).toEqual([])
    await ask.getByRole('button', { name: 'Make an example of this' }).click()
    await page.waitForURL(/\/drafts\/.+file\?path=campaigns/)
    await page.getByText(/^(\d+) of \1 come out as they say$/).waitFor()
    const names = page.getByRole('textbox', { name: /^Name of example/ })
    expect(await names.last().inputValue()).toBe('Grace is won back')
    expect(
      await page
        .getByRole('textbox', { name: /^Given, example/ })
        .last()
        .inputValue(),
    ).not.toMatch(/CW100001|CW1/)
    const draft = new URL(page.url()).pathname
    await page.goto('/members/CW100001?why=service-recovery')
    await page.getByRole('button', { name: 'Make an example of this' }).click()
    const again = page.getByRole('dialog').filter({ hasText: 'What it shows' })
    await again.getByRole('button', { name: /^Goes into/ }).click()
    await page.getByRole('option', { name: 'Grace is won back' }).click()
    await again.getByRole('button', { name: 'Make an example of this' }).click()
    await page.waitForURL(new RegExp(`${draft}\\?path=campaigns`))
    await page.getByText(/^(\d+) of \1 come out as they say$/).waitFor()
  }, 90_000)
})
