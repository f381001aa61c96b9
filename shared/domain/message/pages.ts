import { createHash } from 'node:crypto'
import type { Cabin } from '../../contract/index.ts'
import { readLocale } from '../../standards/locale.ts'
import type { ConsentFor } from '../rulebook/rulebook.ts'
import { languageFor } from '../texts/language.ts'
import { type MemberTexts, memberTextsIn } from '../texts/members.ts'
import { languageOf } from './data.ts'
import { filters } from './filters.ts'

/**
 * The pages behind the links in mails. Without scripts, without anything loaded from elsewhere, and of personal data
 * only the name to greet by. What acts is a form that posts to the page's own address.
 */
export interface Visit {
  /** The member's locale, else what the browser asks for. */
  locale: string
  /** The airline's name. */
  airline: string
  /** How to address the member (`nameOf`); empty: not by name. */
  name?: string
}

/** The airline's name for a reader: on Chinese pages `nameZh`, where the rulebook's words have one. */
export function airlineName(words: Readonly<Record<string, string>>, locale: string): string {
  return (languageOf(locale) === 'zh' && words.nameZh) || words.name || 'Wingback'
}

export interface OfferShown extends Visit {
  /** The member's IANA zone. */
  zone: string
  cabin: Cabin
  /** Epoch ms. */
  expiresAt: number
  /** The flight it is for: a line for people. */
  flight?: string | undefined
  /** From the link's `?answer=`: that button comes first. Anything else is taken for `accepted`. */
  asked?: string | undefined
}

const STYLE = `
:root{color-scheme:light dark;--back:#f3f0ea;--card:#fff;--text:#1d2733;--soft:#475565;--strong:#14324c;--on-strong:#fff;--accent:#b4552d}
@media (prefers-color-scheme:dark){:root{--back:#12181f;--card:#1d2630;--text:#dfe5ec;--soft:#a9b5c2;--strong:#cfe0f1;--on-strong:#14212d;--accent:#d9784d}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:17px/1.65 -apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:34rem;margin:8vh auto;padding:0 1rem}
article{background:var(--card);border-radius:14px;padding:2.25rem 2rem;border-top:5px solid var(--accent);box-shadow:0 2px 16px rgba(20,40,60,.08)}
article>:last-child{margin-bottom:0}
header{font-size:.95rem;color:var(--soft);margin-bottom:1.25rem;letter-spacing:.02em}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem;color:var(--strong);text-wrap:pretty}
p{margin:0 0 1rem;overflow-wrap:anywhere;text-wrap:pretty}
form{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
button{flex:1 1 auto;min-width:12rem;min-height:3rem;padding:.6rem 1rem;text-wrap:balance;font:inherit;font-weight:600;border-radius:10px;border:2px solid var(--strong);background:transparent;color:var(--strong);cursor:pointer}
button.first{background:var(--strong);color:var(--on-strong)}
a{color:var(--strong)}
.also{margin-top:1.5rem;font-size:.95rem}
button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
`.trim()

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** For every page: nothing runs, nothing is loaded, nothing is framed, cached, indexed or told to the next site. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; ` +
    "frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
}

/** An open offer, with a button for each answer: the form posts `answer=accepted` or `answer=declined`. */
export function offerPage(offer: OfferShown): string {
  const words = wordsFor(offer.locale)
  const until = filters.date(offer.expiresAt, 'time', offer)
  const cabin = filters.cabin(offer.cabin, undefined, offer)
  const buttons = [button('accepted', words.accept), button('declined', words.decline)]
  if (offer.asked === 'declined') buttons.reverse()
  return page(
    offer,
    words.offerTitle(cabin),
    [
      greeting(offer),
      offer.flight ? words.offerForFlight(cabin, offer.flight) : words.offerText(cabin),
      words.offerUntil(until),
    ],
    buttons.map((make, index) => make(index === 0)).join(''),
  )
}

export function answeredPage(visit: Visit, answer: 'accepted' | 'declined'): string {
  const words = wordsFor(visit.locale)
  return answer === 'accepted'
    ? page(visit, words.acceptedTitle, [greeting(visit), words.acceptedText])
    : page(visit, words.declinedTitle, [greeting(visit), words.declinedText])
}

/** The other answer was given before. */
export function answeredBeforePage(visit: Visit): string {
  const words = wordsFor(visit.locale)
  return page(visit, words.answeredBeforeTitle, [words.answeredBeforeText])
}

export function expiredPage(visit: Visit): string {
  const words = wordsFor(visit.locale)
  return page(visit, words.expiredTitle, [words.expiredText])
}

/** What a button of these pages stops: marketing alone, or mails about the member's own flights too. */
export const STOPS = ['marketing', 'everything'] as const
export type Stops = (typeof STOPS)[number]

/** Asks before it unsubscribes: mail scanners open links, but press no buttons. */
export function unsubscribePage(visit: Visit, consentFor: ConsentFor): string {
  const words = wordsFor(visit.locale)
  const all = button('everything', consentFor === 'everyMail' ? words.unsubscribe : words.stopEverything)
  if (consentFor === 'everyMail')
    return page(
      visit,
      words.stopTitle,
      [greeting(visit), words.stopText(visit.airline)],
      all(true),
      linkToScores(visit),
    )
  const form = button('marketing', words.unsubscribe)(true) + all(false)
  const text = [greeting(visit), words.unsubscribeText(visit.airline)]
  return page(visit, words.unsubscribeTitle, text, form, linkToScores(visit))
}

/** The query by which an unsubscribe link shows what is computed of whoever got it: `?about=scores`. */
export const SCORES = 'scores'

/** What is computed and why, in plain words, and how to object. */
export function scoresPage(visit: Visit & { objected: boolean }): string {
  const words = wordsFor(visit.locale)
  const form = visit.objected
    ? button('allowed', words.allowScores)(false)
    : button('objected', words.objectToScores)(true)
  const now = visit.objected ? words.objectedNow : words.scoresNow
  return page(visit, words.scoresTitle, [greeting(visit), ...words.scoresText(visit.airline), now], form)
}

export function scoresAnsweredPage(visit: Visit, answer: 'objected' | 'allowed'): string {
  const words = wordsFor(visit.locale)
  const text = answer === 'objected' ? words.objectedText(visit.airline) : words.allowedText(visit.airline)
  return page(visit, words.scoresAnsweredTitle, [text])
}

/** Says what still comes, and offers to stop that too. */
export function unsubscribedPage(visit: Visit, stopped: Stops): string {
  const words = wordsFor(visit.locale)
  if (stopped === 'everything') return page(visit, words.unsubscribedTitle, [words.stoppedText(visit.airline)])
  const form = button('everything', words.stopEverything)(false)
  return page(visit, words.unsubscribedTitle, [words.unsubscribedText(visit.airline)], form)
}

export function badLinkPage(visit: Visit): string {
  const words = wordsFor(visit.locale)
  return page(visit, words.badLinkTitle, [words.badLinkText])
}

/** The language to show where the member is not known: the first of `Accept-Language` that we have. */
export function pageLocale(acceptLanguage: string | undefined): string {
  const asked = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .flatMap((part) => {
      const read = readLocale(part.split(';')[0]!)
      return read.ok ? [read.name] : []
    })
  return asked.find((locale) => languageFor(locale)) ?? 'en'
}

function wordsFor(locale: string): MemberTexts['pages'] {
  return memberTextsIn(languageFor(locale)).pages
}

function greeting(visit: Visit): string {
  return visit.name ? wordsFor(visit.locale).greeting(visit.name.slice(0, 60)) : ''
}

function button(answer: string, label: string): (first: boolean) => string {
  return (first) =>
    `<button type="submit" name="answer" value="${answer}"${first ? ' class="first"' : ''}>${escaped(label)}</button>`
}

/** To the same link's other page. */
function linkToScores({ locale }: Visit): string {
  return `<p class="also"><a href="?about=${SCORES}">${escaped(wordsFor(locale).scoresTitle)}</a></p>`
}

/** `form` and what comes after it are HTML, everything else text. */
function page(visit: Visit, title: string, paragraphs: readonly string[], form = '', after = ''): string {
  const lang = languageOf(visit.locale) === 'zh' ? 'zh-CN' : 'en'
  const body = paragraphs.filter((text) => text !== '').map((text) => `<p>${escaped(text)}</p>`)
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} · ${escaped(visit.airline)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<article>
<header>${escaped(visit.airline)}</header>
<h1>${escaped(title)}</h1>
${body.join('\n')}
${form && `<form method="post">${form}</form>`}
${after}
</article>
</main>
</body>
</html>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.slice(0, 1000).replace(/[&<>"']/g, (char) => ENTITIES[char]!)
}
