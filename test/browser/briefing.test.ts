import { beforeAll, expect, test } from 'vitest'
import { calendarOf, DAY } from '../../shared/domain/calendar.ts'
import { complains, enrols } from '../support/airline.ts'
import { barriers } from '../support/axe.ts'
import { inConsole } from '../support/in-console.ts'

/** The page of a flight's briefing: for whoever may see members, to be printed; for nobody else. */

const { browser, inBrowser, wingback } = await inConsole('--empty', '--rulebook', 'campaigns')

const now = Date.now()
const told = new Date(now - 60_000).toISOString()
const departs = now + 2 * DAY
const date = calendarOf('Asia/Shanghai').dateOf(departs)
const route = { carrier: 'CA', flightNumber: '123', from: 'PEK', to: 'ICN', departsAt: new Date(departs).toISOString() }

const books = (memberId: string, cabin: string) => ({
  type: 'booking.created',
  detail: { id: `b-${memberId}`, memberId, occurredAt: told, pnr: `P${memberId}`, flights: [{ ...route, cabin }] },
})

if (browser) {
  beforeAll(async () => {
    const { run } = wingback
    const named = { familyName: 'Lin', tier: 'gold', preferences: { seat: 'aisle' } }
    await run.put([enrols('CA100', told, named), enrols('CA200', told, { givenName: 'Anna', familyName: 'Berg' })])
    await run.put([
      books('CA100', 'Y'),
      books('CA200', 'C'),
      complains('CA100', told, 'CMP-1', { category: 'baggage' }),
    ])
    await run.drain()
    // The first page that is opened waits for the console to be built.
    const page = await wingback.as('zhang')
    await page.goto('/flights', { timeout: 120_000 })
  }, 180_000)
}

inBrowser('a flight’s briefing', () => {
  test('is asked for by number and date, and names whom the crew should recognise', async () => {
    const page = await wingback.as('zhang')
    await page.goto('/flights')
    await page.getByRole('textbox', { name: 'Flight number' }).fill('ca 123')
    await page.getByRole('textbox', { name: /Date of departure/ }).fill(date.replaceAll('-', '/'))
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('heading', { name: `Flight briefing CA123, ${date}` }).waitFor()
    await page.getByRole('heading', { name: /CA123 PEK-ICN, departs/ }).waitFor()
    const economy = page.getByRole('row', { name: /Mei Lin/ })
    await economy.getByRole('cell', { name: 'CA100' }).waitFor()
    for (const cell of ['gold', /aisle/, /complaint \(baggage, open\)/]) {
      await economy.getByRole('cell', { name: cell }).waitFor()
    }
    await page.getByRole('row', { name: /Anna Berg/ }).waitFor()
    await page.getByText('1 for whose last trouble nothing was done yet').waitFor()
    expect(await barriers(page)).toEqual([])
  })

  test('in print is the briefing alone, and in Chinese it is Chinese', async () => {
    const page = await wingback.as('zhang', { language: 'zh-CN' })
    await page.goto(`/flights/CA123/${date}/briefing`)
    await page.getByRole('columnheader', { name: '最近一次不愉快' }).first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.getByRole('row', { name: /Lin/ }).isVisible()).toBe(true)
  })

  test('is empty where nobody is booked, and closed to who may not see members', async () => {
    const page = await wingback.as('zhang')
    await page.goto(`/flights/CA999/${date}/briefing`)
    await page.getByText(`No member is booked on CA999 on ${date}.`).waitFor()
    const marketer = await wingback.as('li')
    await marketer.goto(`/flights/CA123/${date}/briefing`)
    await marketer.getByText('A briefing names people').waitFor()
    expect(await marketer.getByText('Berg').count()).toBe(0)
  })
})
