import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'
import { openBrowser } from './browser.ts'
import { openConsole } from './console.ts'

/**
 * `npm run screenshots -- [folder] [page…]`: every page of the console, or these, in both languages and both themes, of the made-up
 * month, to be looked at.
 */

const PAGES: Record<string, string> = {
  today: '/',
  'today-number': '/?who=entitlement.granted',
  tasks: '/tasks',
  'set-aside': '/set-aside',
  campaigns: '/campaigns',
  'campaign-rules': '/campaigns/we-miss-you',
  'campaign-journey': '/campaigns/we-miss-you?tab=journey',
  'campaign-number': '/campaigns/service-recovery?tab=journey&who=kept/begin/notEntered/eligible',
  'campaign-examples': '/campaigns/service-recovery?tab=examples',
  'campaign-results': '/campaigns/we-miss-you?tab=results',
  'campaign-versions': '/campaigns/we-miss-you?tab=versions',
  mails: '/mails',
  'mails-bounced': '/mails?list=bounced',
  deliverability: '/mails?tab=deliverability',
  settings: '/settings',
  people: '/people',
  results: '/results',
  audiences: '/audiences',
  audience: '/audiences/valued',
  find: '/members?by=booking&for=GRCDM2',
  'find-by-name': '/members?by=name&for=%E6%9E%97',
  'member-why': '/members/CW100002?why=service-recovery',
  'member-timeline': '/members/CW100002?tab=timeline',
  'member-facts': '/members/CW100002?tab=facts',
  'member-consent': '/members/CW100002?tab=consent',
  'member-money': '/members/CW100002?tab=money',
  flights: '/flights',
  'flight-briefing': '/flights/XW1061/2026-11-02/briefing',
  money: '/money',
  history: '/history',
}

const [folder = 'reports/screenshots', ...asked] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
if (!browser) throw new Error('no Chromium runs here: docs/developers/README.md')
const wingback = await openConsole(browser)
await wingback.run.call('POST', '/v1/ledger/grants', {
  ...{
    by: 'Chen Jing',
    memberId: 'CW100002',
    basis: 'statutory',
    cash: '250 EUR',
    cause: 'lost-bag',
    reason: 'bag lost for three days',
  },
})
/** A draft with one of each thing that can be changed. */
const { draft } = (await wingback.run.call('POST', '/v1/drafts', { by: 'Li Wei', name: 'Autumn win-back' })) as {
  draft: { id: string }
}
const file = (path: string) => `/drafts/${draft.id}/file?path=${path}`
Object.assign(PAGES, {
  drafts: '/drafts',
  draft: `/drafts/${draft.id}`,
  'draft-form': file('campaigns/we-miss-you.yaml'),
  'draft-diagram': `${file('campaigns/we-miss-you.yaml')}&view=diagram`,
  'draft-yaml': `${file('campaigns/we-miss-you.yaml')}&view=yaml`,
  'draft-settings': file('wingback.yaml'),
  'draft-budgets': file('budgets.yaml'),
})
const unknown = asked.filter((name) => !(name in PAGES))
if (unknown.length > 0)
  throw new Error(`no page is called ${unknown.join(', ')}: there are ${Object.keys(PAGES).join(', ')}`)
const wanted = Object.entries(PAGES).filter(([name]) => asked.length === 0 || asked.includes(name))
for (const language of LANGUAGES)
  for (const dark of [false, true]) {
    const page = await wingback.as('sun', { language, dark })
    for (const [name, path] of wanted) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await page.screenshot({
        path: join(folder, `${name}.${language}.${dark ? 'dark' : 'light'}.png`),
        fullPage: true,
      })
    }
  }
await wingback.close()
await browser.close()
console.log(`pictures of ${wanted.length} pages are in ${folder}`)
