import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { inConsole, saved } from '../support/in-console.ts'

/** A campaign of the gallery becomes one's own: by mouse, by keyboard, in Chinese; refused, mended, approved by another person, and live. */

const { inBrowser, wingback } = await inConsole('--empty', '--rulebook', 'campaigns')

/** Asks for a review of a draft, whose page is open. */
async function ask(page: Page) {
  await page.getByRole('button', { name: 'Ask for a review' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ask for a review' }).click()
}

async function askForReview(page: Page) {
  await ask(page)
  await page.getByText('in review').first().waitFor()
}

/** Presses Tab until something of this name has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, name: string, times = 80) {
  for (let n = 0; n < times; n++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      `(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText || '').trim()`,
    )
    if (focused === name) return
  }
  throw new Error(`no Tab leads to "${name}"`)
}

/** So many regulars who flew last on a day: of some a campaign measures what comes of them without it. */
const regulars = (lastFlightOn: string) =>
  Array.from({ length: 6 }, (_, n) => ({
    type: 'member.enrolled',
    detail: {
      ...{ id: `regular-${n}`, occurredAt: '2026-11-30T03:00:00Z', memberId: `CW20000${n}` },
      ...{ givenName: 'Mei', familyName: 'Zhang', email: `m${n}@example.com`, locale: 'en', timeZone: 'Asia/Shanghai' },
      consent: { email: true },
      opening: {
        ...{ asOf: '2026-11-29', flights: 14, distanceKm: 21_000, firstFlightOn: '2025-02-01', lastFlightOn },
        ...{ spend: { amount: 15_400, currency: 'CNY' }, cabins: { F: 0, C: 0, W: 0, Y: 14 } },
      },
    },
  }))

inBrowser('a campaign of the gallery', () => {
  test('is begun by mouse alone, refused, mended, approved by another person, live, and seen at a member who got it', async () => {
    const { run } = wingback
    await run.begin('2026-11-30T04:00:00Z')
    expect((await run.put(regulars('2026-06-08'))).every(({ EventId }) => EventId)).toBe(true)
    await run.drain()
    const li = await wingback.as('li')
    await li.goto('/campaigns')
    await li.getByRole('button', { name: 'New campaign' }).click()
    await li.getByRole('link', { name: 'Went quiet' }).click()
    await li.getByText('Asking costs nothing').waitFor()
    await li
      .getByRole('region', { name: 'The way through it' })
      .getByText(/3,?000 miles/)
      .first()
      .waitFor()
    await li.getByRole('button', { name: 'Begin with it' }).click()
    await li.getByRole('dialog').getByRole('button', { name: 'Begin with it' }).click()
    const picture = li.getByRole('region', { name: 'The way through it' })
    await li.getByRole('heading', { name: 'campaigns/went-quiet.yaml' }).waitFor()
    await li.getByText('No problems').waitFor()

    await li.getByRole('link', { name: 'To the draft' }).click()
    await li.getByRole('link', { name: 'templates/went-quiet-gift/zh-CN.mjml' }).waitFor()
    const draft = new URL(li.url()).pathname
    await askForReview(li)

    const chen = await wingback.as('chen')
    await chen.goto(draft)
    await chen.getByText(/Went quiet can grant .* CNY at most/).waitFor()
    await chen.getByRole('button', { name: 'Refuse' }).click()
    await chen.getByRole('textbox', { name: 'Reason' }).fill('a letter is enough for now')
    await chen.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click()

    await li.getByRole('link', { name: 'campaigns/went-quiet.yaml' }).click()
    await li
      .getByRole('button', { name: 'Diagram', exact: true })
      .or(li.getByRole('radio', { name: 'Diagram' }))
      .click()
    await picture
      .getByText(/3,?000 miles/)
      .first()
      .click()
    await li.getByRole('textbox', { name: 'Miles' }).fill('1000')
    await picture
      .getByText(/1,?000 miles/)
      .first()
      .waitFor()
    await saved(li)
    await li.goto(draft)
    // The examples still say what it did before: nobody is asked to look at that.
    await ask(li)
    await li.getByText('It cannot go live like this').waitFor()
    await li.getByRole('link', { name: 'campaigns/went-quiet.examples.yaml, line 11' }).click()
    for (const example of [1, 4]) {
      const expected = li.getByRole('textbox', { name: `Expect, example ${example}` })
      await expected.fill((await expected.inputValue()).replaceAll(/3(,?000)/g, '1$1'))
    }
    await li.getByText('4 of 4 come out as they say').waitFor()
    await saved(li)
    await li.goto(draft)
    await askForReview(li)
    await chen.goto(draft)
    await chen.getByRole('button', { name: 'Approve' }).click()
    await chen.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await chen.getByText('approved').first().waitFor()
    await li.goto(draft)
    await li.getByRole('button', { name: 'Make live' }).click()
    await li.getByRole('dialog').getByRole('button', { name: 'Make live' }).click()
    await li.getByRole('button', { name: 'Roll back' }).waitFor()
    await li.goto('/campaigns/went-quiet')
    await li.getByText('running').waitFor()

    // Half a year after their last flight.
    await run.moveTo('2026-12-08T04:00:00Z')
    await run.drain()
    await li.goto('/mails')
    await li
      .getByRole('link', { name: /^Open the email/ })
      .first()
      .click()
    await li.getByRole('dialog').getByRole('heading', { name: 'how have you been?' }).waitFor()
    await li.goto('/members/CW200001')
    await li.getByRole('button', { name: 'Went quiet' }).click()
    await li.getByText('the trigger matched, and the member is eligible').first().waitFor()
    await li.getByText('all checks passed').first().waitFor()
  }, 180_000)

  test('is begun by keyboard alone, in a draft that is there already, under a name that is free', async () => {
    const page = await wingback.as('li')
    await page.goto('/drafts')
    await tabTo(page, 'New draft')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'What it is for' }).focus()
    await page.keyboard.type('By keyboard')
    await tabTo(page, 'New draft')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'By keyboard', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'From the gallery' }).waitFor()
    await tabTo(page, 'From the gallery')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Went quiet' }).waitFor()
    await tabTo(page, 'Went quiet')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Begin with it' }).waitFor()
    await tabTo(page, 'Begin with it')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('go into the draft “By keyboard”').waitFor()
    const name = await page.getByRole('textbox', { name: 'Its name in files' }).inputValue()
    expect(name).toMatch(/^went-quiet(-2)?$/)
    await tabTo(page, 'Begin with it')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `campaigns/${name}.yaml` }).waitFor()
    await page.getByText('No problems').waitFor()
    // It came whole: the draft as it was before held no such file, and nobody undoes into that.
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
  }, 90_000)

  test('is begun in Chinese, with Chinese names', async () => {
    const page = await wingback.as('li', { language: 'zh-CN' })
    await page.goto('/campaigns')
    await page.getByRole('button', { name: '新建活动' }).click()
    await page.getByRole('link', { name: '低分问卷跟进' }).click()
    await page.getByRole('button', { name: '以此为起点' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '以此为起点' }).click()
    await page.getByRole('heading', { name: 'campaigns/survey-follow-up.yaml' }).waitFor()
    await page.getByRole('region').getByText('致电给出低分的会员').first().waitFor()
    await page.getByText('没有问题').waitFor()
  }, 60_000)
})

inBrowser('days without sending', () => {
  test('are chosen from the public holidays of China', async () => {
    const page = await wingback.as('li')
    await page.goto('/drafts')
    await page.getByRole('button', { name: 'New draft' }).click()
    await page.getByRole('textbox', { name: 'What it is for' }).fill('Holidays')
    await page.getByRole('dialog').getByRole('button', { name: 'New draft' }).click()
    await page.getByRole('heading', { name: 'Holidays', level: 1 }).waitFor()
    await page.goto(`${new URL(page.url()).pathname}/file?path=wingback.yaml`)
    await page.getByRole('button', { name: 'Add', exact: true }).last().click()
    await page.getByRole('menuitem', { name: 'Days without sending' }).click()
    await page.getByRole('button', { name: 'Add public holidays' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /National Day/ }).check()
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Add public holidays' }).click()
    const year = new Date().getFullYear()
    await page
      .getByRole('button', { name: 'YAML', exact: true })
      .or(page.getByRole('radio', { name: 'YAML' }))
      .click()
    await page.getByText(`from: ${year}-10-01, to: ${year}-10-03`).waitFor()
    await page.getByText('No problems').waitFor()
  }, 60_000)
})

inBrowser('every page of it', () => {
  test.each([false, true])(
    'stands in nobody’s way (dark: %s)',
    async (dark) => {
      const page = await wingback.as('li', { dark })
      for (const path of ['/gallery', '/gallery/went-quiet']) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        expect({ path, barriers: await barriers(page) }).toEqual({ path, barriers: [] })
      }
    },
    60_000,
  )
})
