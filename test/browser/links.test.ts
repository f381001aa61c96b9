import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers, enrols } from '../support/airline.ts'
import { barriers } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** The pages behind mails as members meet them: in a browser, from the mail to the answer. */

const browser = await openBrowser()
const inBrowser = browser ? describe : describe.skip
/** Of another script, as From. */
const NAMED = ['care@example.com', '鹤翼航空 <care@例子.中国>'] as const
const T0 = '2026-10-05T04:00:00Z'

let wingback: Awaited<ReturnType<typeof openRun>>
let page: Page

if (browser) {
  beforeAll(async () => {
    wingback = await openRun()
    await wingback.publish({ ...smallRulebook, 'wingback.yaml': smallRulebook['wingback.yaml']!.replace(...NAMED) })
    await wingback.begin(T0)
    const members = ['YES', 'NO', 'STOP', 'VIEWER', 'LATER']
    for (const happens of [enrols, answers]) {
      await wingback.put(members.map((memberId) => happens(memberId, T0)))
      await wingback.drain()
    }
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await wingback.end()
  })
}

async function mailTo(memberId: string) {
  const mails = await wingback.mails()
  return mails.find(({ destination }) => destination.to[0] === `${memberId.toLowerCase()}@example.com`)!
}

const linkIn = (html: string, label: string) => new RegExp(`href="([^"]+)"[^>]*>${label}<`).exec(html)![1]!

inBrowser('the buttons of the pages behind mails', () => {
  test('unsubscribe', async () => {
    const { headers } = await mailTo('STOP')
    await page.goto(headers.find(({ name }) => name === 'List-Unsubscribe')!.value.slice(1, -1))
    await page.getByRole('button', { name: 'Unsubscribe' }).click()
    await page.getByRole('heading', { name: 'You are unsubscribed' }).waitFor({ timeout: 5000 })
    await wingback.drain()
    expect((await wingback.member('STOP')).facts.consent).toEqual({ email: false, service: true })
    await page.getByRole('button', { name: 'Stop mails about my flights too' }).click()
    await page.getByText('not about your flights either').waitFor({ timeout: 5000 })
    await wingback.drain()
    expect((await wingback.member('STOP')).facts.consent).toEqual({ email: false, service: false })
  })

  test.each([
    ['YES', 'yes', 'Yes, upgrade me', 'we have your answer', 'acceptedAt'],
    ['NO', 'no', 'No, thank you', 'Understood', 'declinedAt'],
  ] as const)('%s to an offer', async (memberId, link, button, said, at) => {
    const { body } = await mailTo(memberId)
    await page.goto(linkIn(body.html, link))
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('heading', { name: said }).waitFor({ timeout: 5000 })
    await wingback.drain()
    expect((await wingback.member(memberId)).wingback.offers[0]).toMatchObject({ [at]: expect.any(String) })
  })

  test('from the mail in the local viewer', async () => {
    await page.goto(wingback.run.info.mail)
    const mail = page.locator('.email', { hasText: 'viewer@example.com' })
    await mail.getByText('鹤翼航空 <care@xn--fsqu00a.xn--fiqs8s>').waitFor({ timeout: 5000 })
    await mail.getByText('Toggle HTML view').click()
    const opened = page.waitForEvent('popup', { timeout: 5000 })
    await mail.frameLocator('iframe').getByText('unsubscribe').click()
    const behind = await opened
    await behind.getByRole('button', { name: 'Unsubscribe' }).click()
    await behind.getByRole('heading', { name: 'You are unsubscribed' }).waitFor({ timeout: 5000 })
    await behind.close()
  })

  test('a page is styled, by day and by night, and fits a small phone', async () => {
    const { body } = await mailTo('YES')
    await page.goto(linkIn(body.html, 'yes'))
    await page.setViewportSize({ width: 320, height: 640 })
    const backs: unknown[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      backs.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    }
    expect(backs).toEqual(['rgb(243, 240, 234)', 'rgb(18, 24, 31)'])
  })

  test.each(['light', 'dark'] as const)(
    'nothing stands in the way of people who see little, %s',
    async (colorScheme) => {
      // Only here: the page's own policy lets no script in.
      const context = await browser!.newContext({ bypassCSP: true, colorScheme })
      const looked = await context.newPage()
      const { body } = await mailTo('LATER')
      for (const label of ['yes', 'unsubscribe']) {
        await looked.goto(linkIn(body.html, label))
        expect(await barriers(looked)).toEqual([])
      }
      await context.close()
    },
  )

  test('a page of another site uses the API in no way', async () => {
    const pauses = `${wingback.run.info.api}/v1/pauses`
    const elsewhere = 'http://elsewhere.example/'
    const body = `<form method="post" action="${pauses}"><button>Win a flight</button></form>`
    await page.route(elsewhere, (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(elsewhere)
    const answered = page.waitForResponse(pauses)
    await page.getByRole('button').click()
    expect((await answered).status()).toBe(403)
  })
})
