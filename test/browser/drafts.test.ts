import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { beginDraft, inConsole, saved } from '../support/in-console.ts'

/** Rules changed in the browser: by form, picture and text, by mouse and by keyboard, by two people, without a connection. */

const { browser, inBrowser, wingback } = await inConsole('--empty', '--rulebook', 'campaigns')

async function newCampaign(page: Page, id: string) {
  await page.getByRole('button', { name: 'New campaign' }).click()
  await page.getByRole('textbox', { name: 'Its name in files' }).fill(id)
  await page.getByRole('dialog').getByRole('button', { name: 'New campaign' }).click()
  await page.getByRole('heading', { name: `campaigns/${id}.yaml` }).waitFor()
}

/** One of a list of the page, as somebody chooses it with a mouse. */
async function choose(page: Page, button: string, option: string) {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  await page.getByRole('menuitem', { name: option, exact: true }).click()
}

const view = (page: Page, name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('radio', { name, exact: true }))
    .click()
const yamlOf = (page: Page) => page.getByRole('textbox', { name: 'YAML of this file' })
const textOf = async (draft: string, path: string) =>
  ((await wingback.run.call('GET', `/v1${draft}`)) as { texts: Record<string, string> }).texts[path] ?? ''

/** Types at the end of the text, as somebody does who clicked into it. */
async function typeAtEnd(page: Page, text: string) {
  await yamlOf(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text)
}

inBrowser('a campaign', () => {
  test('is built by mouse, refused, mended, approved by another person, and live', async () => {
    const li = await wingback.as('li')
    const draft = await beginDraft(li, 'Call after a bad survey')
    await newCampaign(li, 'bad-survey')
    await saved(li)
    await li.getByText('No problems').waitFor()
    expect(await li.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await choose(li, 'Add', 'Budget')
    await li.getByRole('combobox', { name: 'Budget' }).fill('care')
    await li.getByText('no budget is called "care"').first().waitFor()
    await li.getByRole('combobox', { name: 'Budget' }).fill('care-2026')
    await li.getByText('No problems').waitFor()

    await view(li, 'Diagram')
    const picture = li.getByRole('region', { name: 'The way through it' })
    await picture.getByText('wait 2 hours').click()
    await choose(li, 'Add after it', 'Compensation')
    await li.getByRole('textbox', { name: 'Miles' }).fill('3000')
    await picture.getByText('3,000 miles').or(picture.getByText('3000 miles')).first().waitFor()
    await view(li, 'YAML')
    await yamlOf(li).getByText('miles').first().waitFor()
    await saved(li)

    await li.getByRole('link', { name: 'To the draft' }).click()
    await li.getByRole('button', { name: 'Ask for a review' }).click()
    await li.getByRole('dialog').getByRole('button', { name: 'Ask for a review' }).click()
    await li.getByText('in review').first().waitFor()
    await li.getByText('What would happen at once').waitFor()

    const chen = await wingback.as('chen')
    await chen.goto(draft)
    await chen.getByText('bad-survey (new campaign) begins with').waitFor()
    await chen.getByText(/bad-survey can grant .* CNY at most/).waitFor()
    await chen.getByRole('button', { name: 'Refuse' }).click()
    await chen.getByRole('textbox', { name: 'Reason' }).fill('too many miles')
    await chen.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click()

    await li.getByRole('link', { name: 'campaigns/bad-survey.yaml' }).click()
    await li
      .getByRole('textbox', { name: 'Miles' })
      .fill('2000')
      .catch(async () => {
        await view(li, 'Diagram')
        await picture.getByText('3000 miles').or(picture.getByText('3,000 miles')).first().click()
        await li.getByRole('textbox', { name: 'Miles' }).fill('2000')
      })
    await saved(li)
    await li.goto(draft)
    await li.getByRole('button', { name: 'Ask for a review' }).click()
    await li.getByRole('dialog').getByRole('button', { name: 'Ask for a review' }).click()
    await chen.goto(draft)
    await chen.getByRole('button', { name: 'Approve' }).click()
    await chen.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await chen.getByText('approved').first().waitFor()
    await li.goto(draft)
    await li.getByRole('button', { name: 'Make live' }).click()
    await li
      .getByRole('dialog')
      .getByText(/bad-survey can grant/)
      .waitFor()
    await li.getByRole('dialog').getByRole('button', { name: 'Make live' }).click()
    await li.getByRole('button', { name: 'Roll back' }).waitFor()
    await li.goto('/campaigns/bad-survey')
    await li.getByText('running').waitFor()
  }, 180_000)
})

inBrowser('by keyboard alone', () => {
  test('a campaign is built from nothing, its steps are moved, and another person approves it and makes it live', async () => {
    const li = await wingback.as('li')
    await li.goto('/drafts')
    await reach(li, li.getByRole('button', { name: 'New draft' }))
    await li.keyboard.press('Enter')
    await reach(li, li.getByRole('textbox', { name: 'What it is for' }))
    await li.keyboard.type('All by keyboard')
    await reach(li, li.getByRole('dialog').getByRole('button', { name: 'New draft' }))
    await li.keyboard.press('Enter')
    await li.getByRole('heading', { name: 'All by keyboard', level: 1 }).waitFor()
    const draft = new URL(li.url()).pathname
    await reach(li, li.getByRole('button', { name: 'New campaign' }))
    await li.keyboard.press('Enter')
    await reach(li, li.getByRole('textbox', { name: 'Its name in files' }))
    await li.keyboard.type('by-keyboard')
    await reach(li, li.getByRole('dialog').getByRole('button', { name: 'New campaign' }))
    await li.keyboard.press('Enter')
    await li.getByRole('heading', { name: 'campaigns/by-keyboard.yaml' }).waitFor()
    await saved(li)

    await reach(li, li.getByRole('radio', { name: 'Form' }).or(li.getByRole('button', { name: 'Form', exact: true })))
    await li.keyboard.press('ArrowRight')
    await li.keyboard.press('Enter')
    const step = (text: string) => li.locator('.react-flow__node').filter({ hasText: text })
    await reach(li, step('wait 2 hours'))
    await li.keyboard.press('Enter')
    await reach(li, li.getByRole('button', { name: 'Add after it' }))
    await pick(li, 'Branch')
    await step('wait 1 day').waitFor()
    await reach(li, step('wait 2 hours'), 'Shift+Tab')
    await li.keyboard.press('Enter')
    await li.keyboard.press('Alt+ArrowDown')
    await waitUntil(async () =>
      /then:\n +- wait: 2h\n +- wait: 1d/.test(await textOf(draft, 'campaigns/by-keyboard.yaml')),
    )
    await li.keyboard.press('Alt+ArrowUp')
    await waitUntil(async () => /steps:\n +- wait: 2h/.test(await textOf(draft, 'campaigns/by-keyboard.yaml')))
    await saved(li)

    await reach(li, li.getByRole('link', { name: 'To the draft' }), 'Shift+Tab')
    await li.keyboard.press('Enter')
    await reach(li, li.getByRole('button', { name: 'Ask for a review' }))
    await li.keyboard.press('Enter')
    await reach(li, li.getByRole('dialog').getByRole('button', { name: 'Ask for a review' }))
    await li.keyboard.press('Enter')
    await li.getByText('in review').first().waitFor()

    const chen = await wingback.as('chen')
    await chen.goto(draft)
    for (const [page, action] of [
      [chen, 'Approve'],
      [li, 'Make live'],
    ] as const) {
      await reach(page, page.getByRole('button', { name: action, exact: true }))
      await page.keyboard.press('Enter')
      await reach(page, page.getByRole('dialog').getByRole('button', { name: action, exact: true }))
      await page.keyboard.press('Enter')
    }
    await li.getByRole('button', { name: 'Roll back' }).waitFor()
  }, 180_000)
})

inBrowser('a step', () => {
  test('is dragged into a branch, and stands there', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'By mouse')
    const path = 'campaigns/we-miss-you.yaml'
    // The whole picture is in sight.
    await page.setViewportSize({ width: 1400, height: 2400 })
    await page.goto(`${draft}/file?path=${path}&view=diagram`)
    const nodes = page.locator('.react-flow__node.draggable')
    await nodes.first().waitFor()
    const count = await nodes.count()
    const [from, onto] = [await nodes.first().boundingBox(), await nodes.nth(count - 1).boundingBox()]
    await page.mouse.move(from!.x + from!.width / 2, from!.y + 8)
    await page.mouse.down()
    // As a hand does: the drag begins with the first few pixels.
    await page.mouse.move(from!.x + from!.width / 2, from!.y + 14, { steps: 3 })
    await page.mouse.move(onto!.x + onto!.width / 2, onto!.y + 0.75 * onto!.height - from!.height / 2 + 8, { steps: 8 })
    await page.mouse.up()
    await waitUntil(async () => /email: a-gift\s+- email: we-miss-you/.test(await textOf(draft, path)))
  }, 60_000)
})

inBrowser('a file', () => {
  test('is edited by keyboard alone: a step is chosen, copied and removed, and undone', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'By keyboard')
    const path = 'campaigns/we-miss-you.yaml'
    await page.goto(`${draft}/file?path=${path}&view=diagram`)
    const step = page.getByRole('group', { name: 'email we-miss-you' }).or(page.locator('[data-id="1"]')).first()
    await step.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copy', exact: true }).focus()
    await page.keyboard.press('Enter')
    await saved(page)
    const before = (await textOf(draft, path)).split('email: we-miss-you').length
    expect(before).toBe(3)
    await page.getByRole('button', { name: 'Undo' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
    await waitUntil(async () => (await textOf(draft, path)) === '')
  }, 60_000)

  test('of which somebody else saved another text shows both, and one is chosen', async () => {
    const li = await wingback.as('li')
    const chen = await wingback.as('chen')
    const draft = await beginDraft(li, 'Two people')
    const address = `${draft}/file?path=targets.yaml&view=yaml`
    await Promise.all([li.goto(address), chen.goto(address)])
    await Promise.all([yamlOf(li).waitFor(), yamlOf(chen).waitFor()])
    await chen.context().setOffline(true)
    await typeAtEnd(chen, '# of Chen\n')
    await typeAtEnd(li, '# of Li\n')
    await saved(li)
    await chen.getByText('No connection.').waitFor()
    await chen.context().setOffline(false)
    await chen.getByText('Somebody else saved this file').waitFor()
    expect(await barriers(chen)).toEqual([])
    await chen.getByRole('region', { name: 'By Li Wei' }).getByText('# of Li').waitFor()
    await chen.getByRole('button', { name: 'Keep mine' }).click()
    await saved(chen)
    await waitUntil(async () => (await textOf(draft, 'targets.yaml')).endsWith('# of Chen\n'))
    await li.getByText('# of Chen').waitFor()
    await li.getByRole('button', { name: 'Undo' }).click()
    await li.getByText('# of Li').waitFor()
  }, 60_000)

  test('keeps what was typed without a connection, over a reload and in another tab', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'Train')
    const address = `${draft}/file?path=targets.yaml&view=yaml`
    await page.goto(address)
    await yamlOf(page).waitFor()
    await page.route('**/console/v1/drafts/*/files', (route) => route.abort())
    await typeAtEnd(page, '# in the tunnel\n')
    await page.getByText('No connection.').waitFor()
    await page.reload()
    await page.getByText('What you typed last is back').waitFor()
    await page.getByText('# in the tunnel').waitFor()
    const context = page.context()
    await page.close()
    const next = await context.newPage()
    await next.goto(address)
    await next.getByText('# in the tunnel').waitFor()
    await saved(next)
    await waitUntil(async () => (await textOf(draft, 'targets.yaml')).endsWith('# in the tunnel\n'))
  }, 60_000)

  test('is open in two tabs at once: what one undoes is undone in the other, and nothing of either is lost', async () => {
    const one = await wingback.as('li')
    const draft = await beginDraft(one, 'Two tabs')
    const address = `${draft}/file?path=targets.yaml&view=yaml`
    const two = await one.context().newPage()
    await Promise.all([one.goto(address), two.goto(address)])
    await Promise.all([yamlOf(one).waitFor(), yamlOf(two).waitFor()])
    await typeAtEnd(one, '# first\n')
    await saved(one)
    await two.getByText('# first').waitFor()
    await typeAtEnd(two, '# second\n')
    await saved(two)
    await one.getByText('# second').waitFor()
    await one.getByRole('button', { name: 'Undo' }).click()
    await saved(one)
    await two.getByText('# second').waitFor({ state: 'detached' })
    await two.getByText('# first').waitFor()
    await typeAtEnd(two, '# third\n')
    await waitUntil(async () => (await textOf(draft, 'targets.yaml')).endsWith('# first\n# third\n'))
    await one.getByText('# third').waitFor()
    expect(await two.getByText('Somebody else saved this file').count()).toBe(0)
  }, 60_000)

  test('says what is wrong beside its field and in the text, suggests words, and keeps its comments', async () => {
    const page = await wingback.as('li')
    const draft = await beginDraft(page, 'Settings')
    await page.goto(`${draft}/file?path=wingback.yaml`)
    await page.getByRole('textbox', { name: 'Quiet hours' }).fill('late')
    await page
      .getByText(/wingback\.yaml, line \d+/)
      .first()
      .waitFor()
    await page.getByRole('textbox', { name: 'Quiet hours' }).fill('22:00-07:00')
    await page.getByText('No problems').waitFor()
    await view(page, 'YAML')
    await page.getByText("# in the member's own time zone").waitFor()
    await typeAtEnd(page, 'ope')
    await page.keyboard.press('Control+Space')
    await page.getByText('openCaseMutes').last().waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByText(/problem/)
      .first()
      .waitFor()
  }, 60_000)

  test('is edited in Chinese', async () => {
    const page = await wingback.as('li', { language: 'zh-CN' })
    await page.goto('/drafts')
    await page.getByRole('button', { name: '新建草稿' }).click()
    await page.getByRole('textbox', { name: '用途' }).fill('秋季召回')
    await page.getByRole('dialog').getByRole('button', { name: '新建草稿' }).click()
    await page.getByRole('heading', { name: '秋季召回', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'campaigns/we-miss-you.yaml' }).click()
    await page.getByRole('combobox', { name: '预算' }).fill('没有的预算')
    await page.getByText('没有名为“没有的预算”的预算').first().waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('没有问题').waitFor()
  }, 60_000)
})

inBrowser('every page of it', () => {
  test.each([false, true])(
    'stands in nobody’s way (dark: %s), and its policy blocks nothing',
    async (dark) => {
      const page = await wingback.as('li', { dark })
      const draft = await beginDraft(page, `Barriers ${dark}`)
      await newCampaign(page, `plain-${dark}`)
      await saved(page)
      const file = `${draft}/file?path=campaigns/we-miss-you.yaml`
      const context = await browser!.newContext({ baseURL: wingback.run.api })
      await context.addInitScript("localStorage.setItem('wingback.person', 'li')")
      const strict = await context.newPage()
      const complaints: string[] = []
      strict.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      strict.on('pageerror', ({ message }) => complaints.push(message))
      for (const path of [
        '/drafts',
        draft,
        `${draft}?tab=changes`,
        `${draft}?tab=history`,
        file,
        `${file}&view=diagram`,
        `${file}&view=yaml`,
      ]) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        expect({ path, barriers: await barriers(page) }).toEqual({ path, barriers: [] })
        await strict.goto(path)
        await strict.waitForLoadState('networkidle')
      }
      await context.close()
      expect(complaints).toEqual([])
    },
    120_000,
  )
})

/** Goes on by Tab until it has the keyboard, as somebody without a mouse does. */
async function reach(page: Page, wanted: Locator, key = 'Tab') {
  await wanted.first().waitFor()
  for (let n = 0; n < 250; n++) {
    if (await wanted.first().evaluate((element) => element.contains(element.ownerDocument.activeElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}

/** Opens the list of a button that has the keyboard, and takes an item of it. */
async function pick(page: Page, name: string) {
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name, exact: true })
  await item.waitFor()
  for (let n = 0; n < 20; n++) {
    if (await item.evaluate((element) => element.contains(element.ownerDocument.activeElement))) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

/** Looks again and again, as somebody would; the test's own time is the limit. */
async function waitUntil(holds: () => Promise<boolean>) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100))
}
