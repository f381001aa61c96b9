import { expect, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { beginDraft, inConsole, saved } from '../support/in-console.ts'
import { SEEN } from '../support/pictures.ts'

/** What marketers write with, each with an editor of its own. */

const { inBrowser, wingback } = await inConsole('--empty', '--rulebook', 'campaigns')

const textOf = async (draft: string, path: string) =>
  ((await wingback.run.call('GET', `/v1${draft}`)) as { texts: Record<string, string> }).texts[path] ?? ''

const enrolled = (memberId: string, opening: object) => ({
  source: 'airline.crm',
  type: 'member.enrolled',
  detail: {
    ...{ id: `e-${memberId}`, occurredAt: new Date().toISOString(), memberId },
    ...{ email: `${memberId}@example.com`, consent: { email: true } },
    opening: {
      asOf: '2021-02-01',
      distanceKm: 0,
      spend: { amount: 0, currency: 'CNY' },
      averageDiscount: 1,
      cabins: {},
      ...opening,
    },
  },
})

inBrowser('a condition', () => {
  test('is put together by mouse in groups, counted, and moved by keyboard', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'Who it is for')
    await page.goto(`${draft}/file?path=audiences/gone-quiet.yaml`)
    await wingback.run.put([
      enrolled('CW200001', { flights: 12, firstFlightOn: '2020-01-01', lastFlightOn: '2021-01-01' }),
      enrolled('CW200002', { flights: 1, firstFlightOn: '2020-01-01', lastFlightOn: '2020-01-01' }),
    ])
    await wingback.run.drain()
    const add = async (where: string, fact: string) => {
      await page.getByRole('button', { name: where }).first().click()
      await page.keyboard.type(fact)
      await page
        .getByRole('option', { name: new RegExp(`^${fact}`) })
        .first()
        .click()
    }
    await page.getByRole('button', { name: 'Count members' }).click()
    await page.getByText('1 of 2 members are in it; marketing email may go to 1 of them.').waitFor()
    await add('Add a condition', 'tier')
    await page.getByText('tier gold or platinum').waitFor()
    await page.getByRole('button', { name: 'Move or change: tier' }).click()
    await page.getByRole('menuitem', { name: 'Make a group of it' }).click()
    await add('Add a condition to this group', 'age')
    await page.getByText('tier gold or platinum, or').waitFor()
    await page.getByRole('textbox', { name: 'last flight', exact: true }).fill('90')
    await page.getByText('last flight at least 90 days ago').waitFor()
    expect(await barriers(page)).toEqual([])
    await add('Add a condition', 'a survey was answered')
    await page.getByRole('button', { name: 'Move or change: happened' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Move or change: age' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Move up' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('age at least 18, less than 65, or').waitFor()
    await page.getByRole('button', { name: 'Move or change: age' }).click()
    await page.getByRole('menuitem', { name: 'Out of this group' }).click()
    await page.getByText('No problems').waitFor()
    const wanted = /lastFlight: \{ atLeast: 90d \}[\s\S]*any:.*tier.*\n {4}- age/
    for (let n = 0; n < 50 && !wanted.test(await textOf(draft, 'audiences/gone-quiet.yaml')); n++)
      await page.waitForTimeout(100)
    expect(await textOf(draft, 'audiences/gone-quiet.yaml')).toMatch(wanted)
    expect(await textOf(draft, 'audiences/gone-quiet.yaml')).toContain('# Once frequent, silent for half a year')
  }, 90_000)
})

inBrowser('an email', () => {
  test('is shown as it reads while it is written, is looked at, and goes to a colleague as a test', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'A kinder letter')
    await page.goto(`${draft}/file?path=templates/we-miss-you/en.mjml`)
    await page.getByText('It has been a while, Sample').waitFor()
    await page.frameLocator('iframe').getByText('Dear Sample,').waitFor()
    await page.getByText('All of it can be read on its background.').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Source of this email' }).getByText('It has been a while</mj-text>').click()
    await page.keyboard.press('Home')
    await page.keyboard.type('{{ member.nam')
    await page.getByText('member.name').last().waitFor()
    await page.getByText(/Line \d+:/).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('It has been a while, Sample').waitFor()
    await saved(page)
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByRole('textbox', { name: 'To a colleague' }).fill('chen@example.com')
    await page.getByRole('dialog').getByRole('button', { name: 'Send a test' }).click()
    await page.getByText('Sent to chen@example.com.').waitFor()
  }, 90_000)
})

inBrowser('a picture', () => {
  test('is uploaded, says in words what it shows, and is seen in the email by anybody', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'With a picture')
    await page.goto(`${draft}/file?path=templates/we-miss-you/en.mjml`)
    await page.getByText('It has been a while, Sample').waitFor()
    const open = async () => {
      await page.getByRole('button', { name: 'Insert a picture' }).click()
      return page.getByRole('dialog')
    }
    const ask = await open()
    const insert = ask.getByRole('button', { name: 'Insert a picture' })
    const file = ask.locator('input[type=file]')
    await file.setInputFiles({ name: 'seat.svg', mimeType: 'image/png', buffer: Buffer.from('<svg><script/></svg>') })
    await ask.getByText('this is no PNG, JPEG, GIF or WebP').waitFor()
    await file.setInputFiles({ name: 'seat.png', mimeType: 'image/png', buffer: SEEN })
    await ask.getByText('seat.png').last().waitFor()
    await ask.getByText('1 × 1, 1 KB').waitFor()
    await insert.click()
    await ask.getByText('Say what it shows.').waitFor()
    await ask.getByRole('textbox', { name: 'What it shows, in words' }).fill('A seat at the window')
    expect(await barriers(page)).toEqual([])
    await insert.click()
    const shown = page.frameLocator('iframe').getByRole('img', { name: 'A seat at the window' })
    await shown.waitFor()
    await page.getByText('Every picture says in words what it shows.').waitFor()
    const url = (await shown.getAttribute('src'))!
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pictures\/[\w-]{22}\.png$/)
    expect(await shown.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth)).toBe(1)
    const { headers } = await fetch(url)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    await saved(page)
    expect(await textOf(draft, 'templates/we-miss-you/en.mjml')).toContain('alt="A seat at the window"')
    const again = await open()
    await again.getByRole('radio', { name: 'seat.png' }).waitFor()
  }, 90_000)
})

inBrowser('examples', () => {
  test('are a table that runs while somebody writes', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'What we expect')
    await page.goto(`${draft}/file?path=campaigns/birthday.examples.yaml`)
    await page.getByText('5 of 5 come out as they say').waitFor()
    expect(await barriers(page)).toEqual([])
    const expected = page.getByRole('textbox', { name: 'Expect, example 1' })
    const before = await expected.inputValue()
    await expected.fill('nothing')
    await page.getByText('4 of 5 come out as they say').waitFor()
    await saved(page)
    await page.getByRole('link', { name: 'To the draft' }).click()
    await page.getByRole('button', { name: 'Ask for a review' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ask for a review' }).click()
    await page.getByText('It cannot go live like this.').waitFor()
    await page.getByText(/The example “.+” comes out otherwise than it says\./).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: /^campaigns\/birthday\.examples\.yaml, line/ }).click()
    await expected.fill(before)
    await page.getByText('5 of 5 come out as they say').waitFor()
  }, 90_000)
})
