import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoResults } from '../../cli/results/demo.ts'
import { barriers } from '../support/axe.ts'
import { inConsole } from '../support/in-console.ts'

/** The console as people use it, on the made-up month of `npm start`. */

const { browser, inBrowser, wingback } = await inConsole()

const bodyOf = (page: Page) => page.locator('body').textContent()

inBrowser('members', () => {
  test('somebody finds out why CW100002 got nothing of a campaign', async () => {
    const page = await wingback.as('sun')
    await page.goto('/members')
    await page.getByRole('searchbox', { name: 'Card number' }).fill('cw100002')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('heading', { name: 'Grace Dunmoor · CW100002' }).waitFor()
    await page
      .getByRole('radio', { name: 'Got nothing' })
      .or(page.getByRole('button', { name: 'Got nothing' }))
      .click()
    await page.getByRole('button', { name: 'We miss you' }).click()
    await page.getByText('the member is not in the audience "Regulars who went quiet"').first().waitFor()
    await page.getByText('It would be different if').waitFor()
    expect(page.url()).toMatch(/why=we-miss-you/)
  })

  test('a line of the timeline opens the receipt of that moment; its address opens it again', async () => {
    const page = await wingback.as('sun')
    await page.goto('/members/CW100002?tab=timeline')
    await page.getByRole('link', { name: /^Open Complained/ }).click()
    const receipt = page.getByRole('dialog', { name: 'Complained' })
    await receipt.getByText('We waited for hours and nobody told us why.').waitFor()
    await receipt.getByText('the trigger matched, and the member is eligible').first().waitFor()
    const again = await wingback.as('sun')
    await again.goto(page.url())
    await again.getByRole('dialog', { name: 'Complained' }).waitFor()
  })

  test('who lacks the right to personal data sees initials and a hash, and what was decided', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/members/CW100002')
    await page.getByRole('heading', { name: /^G\. D\. · / }).waitFor()
    await page.getByText('Apology after a complaint').first().waitFor()
    const shown = await bodyOf(page)
    for (const personal of ['Grace', 'Dunmoor', 'm0002@example.com', '1985-02-11', 'GRCDM2'])
      expect(shown).not.toContain(personal)
  })

  test('in Chinese', async () => {
    const page = await wingback.as('sun', { language: 'zh-CN' })
    await page.goto('/members/CW100002?tab=facts')
    await page.getByRole('heading', { name: '基本资料' }).waitFor()
    await page.getByRole('tab', { name: '时间线' }).click()
    await page.getByRole('link', { name: /^打开 投诉，/ }).waitFor()
    await page.getByText('时间按 Asia/Shanghai 时区').waitFor()
  })

  test('by keyboard alone', async () => {
    const page = await wingback.as('sun')
    await page.goto('/members')
    await page.getByRole('searchbox', { name: 'Card number' }).waitFor()
    const focused = () => page.evaluate('document.activeElement?.getAttribute("type") ?? ""')
    for (let presses = 0; (await focused()) !== 'search'; presses++) {
      if (presses > 30) throw new Error('the field is not reached by Tab')
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('CW100002')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Grace Dunmoor · CW100002' }).waitFor()
  })

  test('what a member told on the phone is noted, with who was told', async () => {
    const page = await wingback.as('zhang')
    await page.goto('/members/CW100201?tab=consent')
    const row = page.getByRole('row', { name: /^Marketing · by email/ })
    await row.getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Note a / }).click()
    await row.getByText('on the phone · told Zhang Min').waitFor()
  })

  test('two cards become one member; who is erased is asked for twice, and it says when it is done', async () => {
    const page = await wingback.as('zhang')
    await page.goto('/members/CW100202')
    await page.getByRole('button', { name: 'Do something for this member' }).click()
    await page.getByRole('menuitem', { name: 'Merge with another card' }).click()
    await page.getByRole('textbox', { name: 'The other card' }).fill('cw100203')
    await page.getByRole('dialog').getByText('CW100203 becomes another name for CW100202').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Merge with another card' }).click()
    await page.getByText('CW100203', { exact: true }).waitFor()

    await page.getByRole('button', { name: 'Do something for this member' }).click()
    await page.getByRole('menuitem', { name: 'Erase this person' }).click()
    await page.getByRole('dialog').getByText('of all 2 cards').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Erase this person' }).click()
    await page.getByRole('textbox', { name: 'To be sure' }).fill('CW100203')
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await page.getByText('This is not the number of the card.').waitFor()
    await page.getByRole('textbox', { name: 'To be sure' }).fill('CW100202')
    await page.getByRole('button', { name: 'Erase for good' }).click()
    await page.getByText('Erased: nothing is left but what has to stay.').waitFor()
    await page.goto('/history')
    await page.getByRole('row', { name: /Zhang Min erased member/ }).waitFor()
  })

  test('everything that is kept of somebody is saved as a file', async () => {
    const page = await wingback.as('zhang')
    await page.goto('/members/CW100002')
    await page.getByRole('button', { name: 'Do something for this member' }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Export everything as a file' }).click()
    const file = await (await saved).path()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ memberId: 'CW100002' })
  })

  test('a card that nobody has', async () => {
    const page = await wingback.as('sun')
    await page.goto('/members/NOBODY1')
    await page.getByText('No member has this number').first().waitFor()
  })
})

inBrowser('money', () => {
  test('a grant takes a second person: the first cannot approve it, the second can', async () => {
    const first = await wingback.as('chen')
    await first.goto('/members/CW100001?tab=money')
    await first.getByRole('button', { name: 'Grant by hand' }).click()
    await choose(first, 'On which basis', 'owed by law')
    await choose(first, 'What', 'cash')
    await first.getByRole('textbox', { name: 'How much' }).fill('250 EUR')
    await choose(first, 'What for', 'something else')
    await first.getByRole('textbox', { name: 'Which' }).fill('lost-bag')
    await first.getByRole('textbox', { name: 'Reason' }).fill('bag lost for three days')
    await first.getByRole('button', { name: 'Grant', exact: true }).click()
    await first.getByText('A second person must approve it now.').waitFor()

    await first.goto('/money')
    await decide(first, 'Approve', /250\.00 EUR/)
    await first.getByText('You asked for this yourself. Somebody else must decide.').waitFor()

    const second = await wingback.as('wang')
    await second.goto('/')
    await second.getByRole('heading', { name: 'Waiting for approval (2)' }).waitFor()
    expect(await bodyOf(second)).not.toContain('CW100001')
    await decide(second, 'Approve', /250\.00 EUR/)
    await second.getByRole('heading', { name: 'Waiting for approval (1)' }).waitFor()

    await first.goto('/members/CW100001?tab=money')
    const row = first.getByRole('row', { name: /250\.00 EUR/ })
    await row.getByText('granted', { exact: true }).waitFor()
    await row.getByRole('button', { name: 'Reverse' }).click()
    await first.getByRole('dialog').getByRole('textbox').fill('the bag was found')
    await first.getByRole('dialog').getByRole('button', { name: 'Reverse' }).click()
    await row.getByText('reversed', { exact: true }).waitFor()
  })

  test('a complaint that is not known is granted for once somebody confirms it', async () => {
    const page = await wingback.as('chen')
    await page.goto('/members/CW100001?tab=money')
    await page.getByRole('button', { name: 'Grant by hand' }).click()
    await page.getByRole('textbox', { name: 'How much' }).fill('100')
    await choose(page, 'Budget', 'care-2026')
    await page.getByRole('textbox', { name: 'Which' }).fill('CMP-ON-PAPER')
    await page.getByRole('textbox', { name: 'Reason' }).fill('lost toy')
    const grant = page.getByRole('dialog').getByRole('button', { name: 'Grant', exact: true })
    const confirm = page.getByRole('checkbox', { name: 'The complaint exists, although it is not known here' })
    expect(await confirm.count()).toBe(0)
    await grant.click()
    await page.getByText('no complaint is known for this member: CMP-ON-PAPER').waitFor()
    await confirm.check()
    await grant.click()
    await page.getByText('Granted.').waitFor()
  })

  test('a refusal says why', async () => {
    await wingback.run.call('POST', '/v1/ledger/grants', {
      by: 'npm test',
      ...{
        memberId: 'CW100001',
        basis: 'statutory',
        cash: '600 EUR',
        cause: 'denied-boarding',
        reason: 'denied boarding',
      },
    })
    const page = await wingback.as('wang')
    await page.goto('/money')
    await decide(page, 'Refuse', /600\.00 EUR/)
    await page.getByText('A refusal needs a reason.').waitFor()
    await page.getByRole('dialog').getByRole('textbox').fill('the flight was not ours')
    await page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click()
    await page.getByRole('row', { name: /600\.00 EUR/ }).waitFor({ state: 'hidden' })
  })
})

inBrowser('what is set aside', () => {
  test('is mended and accepted; who mended it is in the history', async () => {
    const page = await wingback.as('sun')
    await page.goto('/')
    await page.getByText('2 events are set aside').waitFor()
    await page.getByRole('link', { name: 'Look at them' }).click()
    await page.getByRole('link', { name: /^Open Complained/ }).click()
    const event = page.getByRole('dialog').getByLabel('What the event says')
    const detail = JSON.parse(await event.inputValue())
    await event.fill(JSON.stringify({ ...detail, memberId: 17 }))
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.getByText('It would be set aside again.').waitFor()
    await event.fill(JSON.stringify({ ...detail, memberId: 'CW100003' }))
    await page.getByRole('button', { name: 'Send again' }).click()
    await page.getByText('Sent. It disappears from this list').waitFor()
    await wingback.run.drain()
    await page.goto('/set-aside')
    await page.getByRole('heading', { name: 'Events (1)' }).waitFor()
    await page.goto('/members/CW100003?tab=timeline')
    await page.getByRole('link', { name: /^Open Complained, 2026-09-08 10:00/ }).waitFor()
    await page.goto('/history')
    const row = page.getByRole('row', { name: /mended the event/ })
    await row.getByText('Sun Tao').waitFor()
  })

  test('is shown to nobody without the right to personal data', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/set-aside')
    await page.getByText('you need the right to personal data').waitFor()
  })
})

inBrowser('tasks', () => {
  test('are taken, noted and closed, and stand in the timeline of the member', async () => {
    const page = await wingback.as('zhang')
    await page.goto('/tasks')
    await page
      .getByRole('link', { name: /^Open / })
      .first()
      .click()
    const task = page.getByRole('dialog')
    await task.getByRole('button', { name: 'Take', exact: true }).click()
    await task.getByText('Zhang Min · took it').waitFor()
    await task.getByRole('textbox', { name: 'Note' }).fill('call after six')
    await task.getByRole('button', { name: 'Note', exact: true }).click()
    await task.getByText('noted · call after six').waitFor()
    await task.getByRole('button', { name: 'Close the task' }).click()
    await task.getByText('This task is closed.').waitFor()
    await page.getByRole('row', { name: /Zhang Min .*\d+ (min|h|days)$/ }).waitFor({ state: 'attached' })
    const [memberId] = new URL(page.url()).searchParams.get('task')!.split('/')
    await wingback.run.drain()
    await page.goto(`/members/${memberId}?tab=timeline`)
    await page.getByRole('link', { name: /^Open Task closed/ }).click()
    await page.getByRole('dialog', { name: 'Task closed' }).getByText('Zhang Min').waitFor()
  })

  test('are shown to nobody without the right to personal data, in Chinese too', async () => {
    const page = await wingback.as('zhao', { language: 'zh-CN' })
    await page.goto('/tasks')
    await page.getByText('查看需要个人信息权限').waitFor()
  })
})

inBrowser('campaigns', () => {
  test('are told in words, with the way through them as a picture and as a list', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/campaigns')
    await page.getByRole('link', { name: 'We miss you' }).click()
    await page.getByText('the audience “Regulars who went quiet” is entered').waitFor()
    await page.getByText('Held out to compare with').waitFor()
    await page.getByRole('tab', { name: 'Journey' }).click()
    const picture = page.getByRole('region', { name: 'The way through it' })
    await picture.getByText('email we-miss-you').waitFor()
    await page.getByRole('button', { name: 'As a list' }).click()
    await page
      .getByRole('row', { name: /if a flight was not booked since then .* if so, to #5: \d+ otherwise, to #7: \d+/ })
      .waitFor()
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0)
  })

  test('a number of a journey leads to its members, and from what kept one to why', async () => {
    const page = await wingback.as('sun')
    await page.goto('/campaigns/service-recovery?tab=journey')
    const kept = page.getByRole('row', { name: /^no consent, or opted out step left out email we-are-sorry/ })
    await kept.getByRole('link', { name: /^4 \(no consent, or opted out\): show the members/ }).click()
    const behind = page.getByRole('dialog', { name: 'The members behind this number: 4' })
    await behind.getByText('All of them, the latest first.').waitFor()
    expect(await behind.getByRole('row').count()).toBe(5)
    const again = await wingback.as('sun')
    await again.goto(page.url())
    await again.getByRole('dialog', { name: 'The members behind this number: 4' }).waitFor()
    await behind
      .getByRole('link', { name: /^Why: CW1/ })
      .first()
      .click()
    await page
      .getByText('is subscribed to marketing', { exact: false })
      .or(page.getByText(/consent/i))
      .first()
      .waitFor()
    expect(page.url()).toMatch(/members\/CW1\d+\?why=service-recovery/)
  })

  test('who stands at a step now is found there; who may not see people sees the number alone', async () => {
    const page = await wingback.as('sun')
    await page.goto('/campaigns/we-miss-you?tab=journey')
    await page.getByRole('button', { name: 'As a list' }).click()
    const link = page.getByRole('link', { name: /\(Here now\): show the members/ }).first()
    const standing = Number((await link.textContent())!)
    await link.click()
    const behind = page.getByRole('dialog', { name: `The members behind this number: ${standing}` })
    await behind.getByRole('link', { name: /^CW1/ }).first().waitFor()
    expect(await behind.getByRole('row').count()).toBe(standing + 1)
    const viewer = await wingback.as('zhao')
    await viewer.goto(page.url())
    await viewer.getByText('you need the right to personal data').waitFor()
    expect(await viewer.getByRole('link', { name: /show the members/ }).count()).toBe(0)
  })

  test('examples are run, green or red', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/campaigns/service-recovery?tab=examples')
    await page.getByRole('heading', { name: '8 of 8 come out as they say' }).waitFor()
    await page.getByRole('row', { name: /^Some are held out .* as expected/ }).waitFor()
  })

  test('are paused and resumed by who may', async () => {
    const page = await wingback.as('li')
    await page.goto('/campaigns/we-miss-you')
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
    await page.getByText('paused', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.getByText('running', { exact: true }).waitFor()
  })

  test('what a test email says is sent to a colleague', async () => {
    const page = await wingback.as('chen')
    await page.goto('/campaigns/birthday')
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByRole('textbox', { name: 'As which member' }).fill('cw100001')
    await page.getByRole('textbox', { name: 'To which address' }).fill('colleague@example.com')
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await page.getByText('Sent to colleague@example.com').waitFor()
    const mails = await wingback.run.mails()
    expect(mails.some(({ destination }) => destination.to.includes('colleague@example.com'))).toBe(true)
  })

  test('a result is read as sentences, and its interval as a picture and a table', async () => {
    const page = await wingback.as('zhao')
    const { names, reports } = await demoResults({})
    const json = { names, reports: reports.filter(({ analysis }) => analysis.campaign === 'we-miss-you') }
    await page.route('**/console/v1/results/we-miss-you', (route) => route.fulfill({ json }))
    await page.goto('/campaigns/we-miss-you?tab=results')
    await page.getByText('Enough to decide').first().waitFor()
    await page
      .getByRole('img', { name: /^The interval over time/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'The same as a table' }).first().click()
    await page.getByRole('columnheader', { name: 'Looked at on' }).first().waitFor()
    expect(await barriers(page)).toEqual([])
  })
})

inBrowser('emails', () => {
  test('somebody finds the one that bounced, why, and how it read', async () => {
    const page = await wingback.as('sun')
    await page.goto('/mails')
    await page.getByRole('button', { name: 'Bounced' }).click()
    const row = page.getByRole('row', { name: /CW100012/ })
    await row.getByText('there is no such mailbox').waitFor()
    await row.getByRole('link', { name: /^Open the email of Apology after a complaint/ }).click()
    const mail = page.getByRole('dialog')
    await mail.getByText('bounce@simulator.amazonses.com').waitFor()
    await mail.frameLocator('iframe').getByText('程致远').waitFor()
    const again = await wingback.as('sun')
    await again.goto(page.url())
    await again.getByRole('dialog').frameLocator('iframe').getByText('程致远').waitFor()
  })

  test('who lacks the right to personal data sees nobody, and a made-up member’s email', async () => {
    const page = await wingback.as('zhao', { language: 'zh-CN' })
    await page.goto('/mails?list=bounced')
    await page.getByText('邮箱不存在', { exact: true }).waitFor()
    await page.getByRole('link', { name: /^打开“/ }).click()
    await page.getByRole('dialog').frameLocator('iframe').getByText('Sample').first().waitFor()
    const shown = await bodyOf(page)
    for (const personal of ['CW100012', '致远', 'simulator']) expect(shown).not.toContain(personal)
  })

  test('arrive or bounce, by campaign and by domain, and a number leads to its emails', async () => {
    const page = await wingback.as('sun')
    await page.goto('/mails?tab=deliverability')
    await page.getByRole('row', { name: /simulator\.amazonses\.com 2 1 \(50\.0%\) 1 \(50\.0%\)/ }).waitFor()
    await page.getByRole('link', { name: 'Birthday wishes' }).click()
    await page.getByRole('heading', { name: 'Emails (21)' }).waitFor()
  })
})

inBrowser('the search', () => {
  test('leads to a member by keyboard alone, from any page', async () => {
    const page = await wingback.as('sun')
    await page.goto('/settings')
    await page.getByRole('heading', { name: 'For everything' }).waitFor()
    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog', { name: 'Search' })
    await search.getByRole('combobox').waitFor()
    await page.keyboard.type('cw100002')
    await search.getByRole('option', { name: /Grace Dunmoor/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Grace Dunmoor · CW100002' }).waitFor()
    await page.keyboard.press('Control+k')
    await search.getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
    await search.waitFor({ state: 'hidden' })
  })

  test.each([
    ['GRCDM2', 'Members Grace Dunmoor', '/members/CW100002'],
    ['m0002+opens@example.com', 'Members Grace Dunmoor', '/members/CW100002'],
    ['Dunmoor', 'Members Grace Dunmoor', '/members/CW100002'],
    ['quiet', 'Audiences Regulars who went quiet', '/audiences/gone-quiet'],
    ['we miss', 'Campaigns We miss you', '/campaigns/we-miss-you'],
    ['deliver', 'Nothing found', '/'],
    ['rights', 'Pages People and rights', '/people'],
  ])('%s finds %s', async (text, found, path) => {
    const page = await wingback.as('sun')
    await page.goto('/')
    await page.getByRole('button', { name: /^Search/ }).click()
    const search = page.getByRole('dialog', { name: 'Search' })
    await search.getByRole('combobox').fill(text)
    if (path === '/') return search.getByText(found).waitFor()
    await search.getByRole('option', { name: found }).first().click()
    await page.waitForURL((url) => url.pathname === path)
  })

  test('finds nobody by name for who may not see personal data, and a card by its number with initials', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/')
    await page.getByRole('button', { name: /^Search/ }).waitFor()
    await page.keyboard.press('Meta+k')
    const search = page.getByRole('dialog', { name: 'Search' })
    await search.getByRole('combobox').fill('Dunmoor')
    await search.getByText('Nothing found').waitFor()
    await search.getByRole('combobox').fill('CW100002')
    await search.getByRole('option', { name: /G\. D\./ }).waitFor()
  })
})

inBrowser('settings, people and rights', () => {
  test('are told in words, with where they are set', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/settings')
    await page.getByText('set in wingback.yaml').waitFor()
    await page.getByRole('row', { name: /Quiet hours 21:00-08:00/ }).waitFor()
    await page.getByRole('row', { name: /Consent is needed for marketing default, not set/ }).waitFor()
    await page.getByText('set in budgets.yaml').waitFor()
    await page.goto('/people')
    await page.getByText('You are Zhao Lei.').waitFor()
    const own = page.getByRole('row', { name: /^Zhao Lei made-up person/ })
    expect(await own.textContent()).toMatch(/read$/)
    const pays = page.getByRole('row', { name: /^pay Grant by hand/ })
    await pays.getByRole('button').click()
    await pays.getByText('POST /v1/ledger/grants', { exact: true }).waitFor()
  })

  test('in Chinese', async () => {
    const page = await wingback.as('li', { language: 'zh-CN' })
    await page.goto('/people')
    await page.getByText('当前登录：Li Wei。').waitFor()
    await page.getByText('双人复核').waitFor()
    await page.goto('/settings')
    await page.getByRole('row', { name: /免打扰时段 21:00-08:00/ }).waitFor()
  })
})

inBrowser('audiences', () => {
  test('say how they move, whom mail reaches, and what they share with another', async () => {
    const page = await wingback.as('zhao')
    await page.goto('/audiences/valued')
    await page.getByText('In reach of marketing email').waitFor()
    await page.getByRole('link', { name: 'Apology after a complaint' }).waitFor()
    await page.getByRole('img', { name: 'How it moved' }).waitFor()
    await page.getByRole('button', { name: 'Day by day' }).click()
    await page.getByRole('row', { name: /^2026-09-14 134 6 0/ }).waitFor()
    await page.getByRole('button', { name: 'Compare with' }).click()
    await page.getByRole('option', { name: 'Regulars who went quiet' }).click()
    await page.getByText(/^\d+ of all \d+ members of .* are in .* too\.$/).waitFor()
  })

  test('are downloaded by who may see people, and by nobody else', async () => {
    const page = await wingback.as('sun')
    await page.goto('/audiences/gone-quiet')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('gone-quiet.csv')
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines[0]).toBe('\uFEFFmemberId,givenName,familyName,tier,email,phone,locale,since,arm')
    await page.getByText(`${lines.length - 1} members are in gone-quiet.csv`).waitFor()
    expect(lines[1]).toMatch(/^CW1\d+,/)

    const viewer = await wingback.as('zhao')
    await viewer.goto('/audiences/gone-quiet')
    await viewer.getByText('To see who is in it you need the right to personal data.').waitFor()
    expect(await viewer.getByRole('button', { name: 'Download as CSV' }).count()).toBe(0)
    const asked =
      "fetch('/console/v1/audiences/gone-quiet?facts=true', { headers: { 'x-wingback-person': 'zhao' } }).then((r) => r.status)"
    expect(await viewer.evaluate(asked)).toBe(403)
  })

  test('lead to their members, and a search by booking to one', async () => {
    const page = await wingback.as('sun')
    await page.goto('/audiences')
    await page.getByRole('link', { name: 'Regulars who went quiet' }).click()
    await page.getByRole('link', { name: /^CW1/ }).first().click()
    await page.getByRole('tab', { name: 'Why, or why not' }).waitFor()
    await page.goto('/members?by=booking&for=grcdm2')
    await page.getByRole('row', { name: /CW100002 Grace Dunmoor/ }).waitFor()
    await page.goto('/members?by=mail&for=M0002%2BOpens@Example.com')
    await page.getByRole('row', { name: /CW100002 Grace Dunmoor/ }).waitFor()
    for (const [name, found] of Object.entries({ dunmo: /CW100002 Grace Dunmoor/, 林: /CW100001 .*林/ })) {
      await page.goto(`/members?by=name&for=${encodeURIComponent(name)}`)
      await page.getByRole('row', { name: found }).waitFor()
    }
  })
})

inBrowser('in Chinese', () => {
  test('why an event is set aside, and what a task of Wingback’s own is about, are told in Chinese', async () => {
    const page = await wingback.as('sun', { language: 'zh-CN' })
    await page.goto('/set-aside')
    await page.getByText('occurredAt：应为带时差的时间').waitFor()
    await page.goto('/tasks')
    await page
      .getByRole('link', { name: /的法定补偿须人工处理/ })
      .first()
      .waitFor()
    await page.goto('/audiences')
    await page.getByText('距上次飞行至少 180 天').waitFor()
    await page.getByText('没有待飞航班').waitFor()
  })
})

inBrowser('today', () => {
  test('a payment that is held goes on when payments are resumed', async () => {
    const page = await wingback.as('chen')
    await page.goto('/')
    await page.getByText('What the law owes is held until they are resumed').waitFor()
    await page.goto('/members/CW100210?why=what-is-owed')
    await page.getByText('automatic payments are stopped').first().waitFor()
    await page.goto('/')
    await page.getByRole('button', { name: 'Resume: Automatic payments are paused' }).click()
    await page.getByText('Automatic payments are paused').waitFor({ state: 'hidden' })
    await wingback.run.call('POST', '/v1/clock', { to: Date.parse('2026-09-30T06:30:00Z') })
    await wingback.run.drain()
    await page.goto('/members/CW100210?tab=money')
    await page.getByRole('row', { name: /owed by law granted/ }).waitFor()
  })

  test('a number leads to the members behind it, for who may see them', async () => {
    const page = await wingback.as('chen')
    await page.goto('/')
    await page.getByRole('link', { name: /^Granted as owed by law: [1-9]/ }).click()
    await page.getByText('All of them, the latest first.').waitFor()
    await page.getByRole('dialog').getByRole('link', { name: 'CW100212' }).waitFor()
    const reader = await wingback.as('zhao')
    await reader.goto('/')
    await reader.getByText('Granted as owed by law').waitFor()
    expect(await reader.getByRole('link', { name: /^Granted as owed by law/ }).count()).toBe(0)
  })

  test('a paused campaign is resumed in place, by who may', async () => {
    await wingback.run.call('POST', '/v1/pauses', { campaign: 'birthday', by: 'npm test' })
    const reader = await wingback.as('zhao')
    await reader.goto('/')
    await reader.getByText('The campaign “Birthday wishes” is paused').waitFor()
    expect(await reader.getByRole('button', { name: /^Resume/ }).count()).toBe(0)
    const marketer = await wingback.as('li')
    await marketer.goto('/')
    await marketer.getByRole('button', { name: 'Resume: The campaign “Birthday wishes” is paused' }).click()
    await marketer.getByText('The campaign “Birthday wishes” is paused').waitFor({ state: 'hidden' })
  })
})

/** Picks one of a list, as somebody does with a mouse. */
async function choose(page: Page, label: string, option: string) {
  await page.getByRole('dialog').getByRole('button', { name: label }).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function decide(page: Page, answer: 'Approve' | 'Refuse', what: RegExp) {
  await page.getByRole('row', { name: what }).getByRole('button', { name: answer }).click()
  await page.getByRole('dialog').getByRole('button', { name: answer }).click()
}

inBrowser('a connection that drops', () => {
  test('is told in words; what was typed stays, and goes out once it is back', async () => {
    const page = await wingback.as('chen')
    await page.goto('/members/CW100001?tab=money')
    await page.getByRole('button', { name: 'Grant by hand' }).click()
    await page.getByRole('textbox', { name: 'How much' }).fill('500')
    await choose(page, 'Budget', 'care-2026')
    await choose(page, 'What for', 'something else')
    await page.getByRole('textbox', { name: 'Which' }).fill('a-cold-dinner')
    await page.getByRole('textbox', { name: 'Reason' }).fill('dinner was cold')
    await page.context().setOffline(true)
    await page.getByText('No connection to Wingback').waitFor()
    const grant = page.getByRole('dialog').getByRole('button', { name: 'Grant', exact: true })
    await grant.click()
    await page.getByText('What you entered is still here: try again.').waitFor()
    expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('dinner was cold')
    await page.context().setOffline(false)
    await page.getByText('No connection to Wingback').waitFor({ state: 'hidden' })
    await grant.click()
    await page.getByText('Granted.').waitFor()
  })

  test('leaves a page as it was, and brings it up to date', async () => {
    const page = await wingback.as('sun')
    await page.goto('/history')
    await page.getByRole('row', { name: /published/ }).waitFor()
    await page.context().setOffline(true)
    await page.getByText('No connection to Wingback').waitFor()
    expect(await page.getByRole('row', { name: /published/ }).count()).toBe(1)
    await wingback.run.call('POST', '/v1/pauses', { campaign: 'valued-at-risk', by: 'npm test' })
    await page.context().setOffline(false)
    await page.getByRole('row', { name: /paused valued-at-risk/ }).waitFor()
    await wingback.run.call('DELETE', '/v1/pauses/valued-at-risk', { by: 'npm test' })
  })
})

inBrowser('long work', () => {
  test('goes on when the page is left, and says on another page what came of it', async () => {
    const page = await wingback.as('sun')
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    await page.route('**/console/v1/ledger/reconcile', async (route) => {
      await held
      await route.continue()
    })
    await page.goto('/money')
    await page.getByRole('button', { name: 'Check the books' }).click()
    await page.getByText('This takes a while. You can go on to another page.').waitFor()
    await page.getByRole('link', { name: 'Campaigns', exact: true }).click()
    await page.getByRole('link', { name: 'We miss you' }).waitFor()
    await page.getByText('This takes a while. You can go on to another page.').waitFor()
    go()
    await page.getByText('The books are right').waitFor()
  })
})

/** Goes there by Tab, and presses a key there. */
function pressing(page: Page) {
  return async (what: ReturnType<Page['locator']>, key = 'Enter') => {
    await what.waitFor()
    const focused = what.and(page.locator(':focus'))
    for (let tabs = 0; (await focused.count()) === 0; tabs++) {
      if (tabs > 120) throw new Error('it is not reached by Tab')
      await page.keyboard.press('Tab')
    }
    if (key) await page.keyboard.press(key)
  }
}

inBrowser('by keyboard alone, in Chinese', () => {
  test('why somebody got nothing is found out', async () => {
    const page = await wingback.as('sun', { language: 'zh-CN' })
    const press = pressing(page)
    await page.goto('/')
    await press(page.getByRole('link', { name: '会员', exact: true }))
    await press(page.getByRole('searchbox', { name: '会员号' }), '')
    await page.keyboard.type('CW100002')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Grace Dunmoor · CW100002' }).waitFor()
    await press(page.getByRole('button', { name: '久未乘机会员唤回' }))
    await page.getByText('会员不在人群“久未乘机的常客”中').first().waitFor()
  })

  test('a grant is approved by a second person', async () => {
    const page = await wingback.as('wang', { language: 'zh-CN' })
    const press = pressing(page)
    await page.goto('/')
    const row = page.getByRole('row', { name: /300\.00 EUR/ })
    await press(row.getByRole('button', { name: '批准' }))
    await press(page.getByRole('dialog').getByRole('button', { name: '批准' }))
    await row.waitFor({ state: 'hidden' })
  })

  test('a task is found, noted on and closed', async () => {
    const page = await wingback.as('zhang', { language: 'zh-CN' })
    const press = pressing(page)
    await page.goto('/')
    await press(page.getByRole('link', { name: '工单', exact: true }))
    await press(page.getByRole('link', { name: /^打开 / }).last())
    const task = page.getByRole('dialog')
    await press(task.getByRole('textbox', { name: '备注' }), '')
    await page.keyboard.type('已电话联系')
    await press(task.getByRole('button', { name: '办结工单' }))
    await task.getByText('此工单已办结。').waitFor()
    await task.getByText('办结 · 已处理 · 已电话联系').waitFor()
    await page.keyboard.press('Escape')
    await task.waitFor({ state: 'hidden' })
  })
})

inBrowser('everywhere', () => {
  const PAGES = [
    '/',
    '/money',
    '/set-aside',
    '/tasks',
    '/history',
    '/campaigns',
    '/campaigns/we-miss-you',
    '/campaigns/we-miss-you?tab=journey',
    '/campaigns/service-recovery?tab=journey&who=kept/begin/notEntered/eligible',
    '/campaigns/service-recovery?tab=examples',
    '/campaigns/we-miss-you?tab=versions',
    '/settings',
    '/people',
    '/mails',
    '/mails?list=unknown',
    '/mails?tab=deliverability',
    '/results',
    '/audiences',
    '/audiences/valued',
    '/members',
    '/members/CW100002?why=service-recovery',
    '/members/CW100002?tab=timeline',
    '/members/CW100002?tab=facts',
    '/members/CW100002?tab=consent',
  ]

  test.each([false, true])(
    'nothing stands in the way of people who see little (dark: %s)',
    async (dark) => {
      const page = await wingback.as('sun', { dark })
      for (const path of PAGES) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        expect({ path, barriers: await barriers(page) }).toEqual({ path, barriers: [] })
      }
    },
    240_000,
  )

  test('the list of pages is back once the window is wide again', async () => {
    const page = await wingback.as('sun')
    await page.goto('/settings')
    const pages = page.getByRole('link', { name: 'Audiences', exact: true })
    await pages.waitFor()
    await page.setViewportSize({ width: 400, height: 900 })
    await pages.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1360, height: 900 })
    await pages.waitFor()
  })

  test('the browser has nothing to complain of, with the policy that the pages are sent with', async () => {
    const context = await browser!.newContext({ baseURL: wingback.run.api })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', ({ message }) => complaints.push(message))
    for (const path of PAGES) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
    }
    await page.goto('/mails')
    await page
      .getByRole('link', { name: /^Open the email of/ })
      .first()
      .click()
    await page.getByRole('dialog').frameLocator('iframe').getByRole('article').waitFor()
    await context.close()
    expect(complaints).toEqual([])
  }, 120_000)
})
