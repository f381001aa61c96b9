import { describe, expect, test } from 'vitest'
import {
  airlineName,
  answeredBeforePage,
  answeredPage,
  badLinkPage,
  expiredPage,
  offerPage,
  PAGE_HEADERS,
  pageLocale,
  unsubscribedPage,
  unsubscribePage,
} from '../../../shared/domain/message/pages.ts'

const visit = { locale: 'en-GB', airline: 'Cranewing Air', name: 'Anna' }
const offer = { ...visit, zone: 'Europe/London', cabin: 'C' as const, expiresAt: Date.UTC(2026, 9, 20, 11, 30) }
const pages = (locale: string, name = 'Anna') => {
  const here = { ...visit, locale, name }
  return [
    offerPage({ ...offer, locale, name }),
    answeredPage(here, 'accepted'),
    answeredPage(here, 'declined'),
    answeredBeforePage(here),
    expiredPage(here),
    unsubscribePage(here, 'marketing'),
    unsubscribePage(here, 'everyMail'),
    unsubscribedPage(here, 'marketing'),
    unsubscribedPage(here, 'everything'),
    badLinkPage(here),
  ]
}

test('an offer asks for an answer by POST, in the member’s words and zone', () => {
  const html = offerPage({ ...offer, flight: 'XW1001' })
  expect(html).toContain('<form method="post">')
  expect(html).toContain('<button type="submit" name="answer" value="accepted" class="first">')
  expect(html).toContain('Business Class on XW1001')
  expect(html).toContain('20 October 2026 at 12:30')
  expect(offerPage({ ...offer, locale: 'en', expiresAt: Date.UTC(2026, 9, 20, 8, 30) })).toContain('at 9:30 AM')
  expect(offerPage({ ...offer, locale: 'zh-CN', zone: 'Asia/Shanghai' })).toContain('2026年10月20日 19:30')
})

test('the button that was meant in the mail comes first', () => {
  const html = offerPage({ ...offer, asked: 'declined' })
  expect(html.indexOf('value="declined" class="first"')).toBeLessThan(html.indexOf('value="accepted"'))
  expect(offerPage({ ...offer, asked: '<x>' })).toBe(offerPage(offer))
})

test('who stops news and offers is told that mails about their own flights still come, and may stop those too', () => {
  const asks = unsubscribePage(visit, 'marketing')
  expect(asks).toContain('Mails about your own flights still come')
  expect(asks.indexOf('value="marketing" class="first"')).toBeLessThan(asks.indexOf('value="everything"'))
  const done = unsubscribedPage(visit, 'marketing')
  expect(done).toContain('Mails about your own flights still come')
  expect(done).toContain('value="everything"')
  expect(unsubscribedPage(visit, 'everything')).toContain('not about your flights either')
  expect(unsubscribedPage(visit, 'everything')).not.toContain('<form')
})

test('where one consent stands for all mail, one button stops all of it, and says so', () => {
  const asks = unsubscribePage(visit, 'everyMail')
  expect(asks).toContain('news about disrupted flights included')
  expect(asks.match(/<button/g)).toHaveLength(1)
  expect(asks).toContain('value="everything" class="first"')
})

describe.each(['en', 'zh-CN'])('every page in %s', (locale) => {
  test('has its language, a title, a heading and a view port', () => {
    for (const html of pages(locale)) {
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${locale}">`))
      expect(html).toMatch(/<title>.+ · Cranewing Air<\/title>/)
      expect(html).toContain('name="viewport"')
      expect(html.match(/<h1>/g)).toHaveLength(1)
    }
  })

  test('runs nothing, loads nothing, acts on nothing but POST', () => {
    for (const html of pages(locale)) expect(html).not.toMatch(/<script|<img|<link|https?:|javascript:|method="get"/i)
  })

  test('bears a hostile name', () => {
    for (const html of pages(locale, '<script>alert(1)</script>'.repeat(500))) {
      expect(html).not.toContain('<script')
      expect(html.length).toBeLessThan(6000)
    }
  })
})

test('a language we do not have is English', () => {
  expect(badLinkPage({ ...visit, locale: 'fr' })).toContain('This link does not work')
})

test.each([
  ['en', { name: 'Cranewing Air', nameZh: '鹤翼航空' }, 'Cranewing Air'],
  ['zh-TW', { name: 'Cranewing Air', nameZh: '鹤翼航空' }, '鹤翼航空'],
  ['zh-CN', { name: 'Cranewing Air' }, 'Cranewing Air'],
  ['zh-CN', {}, 'Wingback'],
])('in %s, of %j, the airline is called %s', (locale, words, name) => {
  expect(airlineName(words, locale)).toBe(name)
})

test('headers: nothing framed, cached, indexed or told further', () => {
  expect(PAGE_HEADERS['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  )
  expect(PAGE_HEADERS).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  expect(PAGE_HEADERS['x-robots-tag']).toContain('noindex')
})

test.each([
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-TW'],
  ['fr-FR, en;q=0.5', 'en'],
  ['fr', 'en'],
  [undefined, 'en'],
  ['<x>,constructor', 'en'],
])('Accept-Language %s shows %s', (header, locale) => {
  expect(pageLocale(header)).toBe(locale)
})
