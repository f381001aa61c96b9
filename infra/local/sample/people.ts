import { at, DAY, type Newsroom } from './entries.ts'
import type { Dice } from './random.ts'

/** A made-up member: what their enrolment says. */
export interface Person {
  memberId: string
  givenName: string
  familyName: string
  email: string
  locale: string
  timeZone: string
  homeAirport: string
  birthDate: string
  enrolledOn: string
  tier?: string | undefined
  consent: boolean
  flights: number
  lastFlightOn: string
  /** Share of the flights flown in economy. */
  economy: number
}

const ZH_FAMILY = Array.from('林周许沈顾陆叶程苏方邵温')
const ZH_GIVEN = [
  '晓雨',
  '明远',
  '思齐',
  '若溪',
  '子墨',
  '安然',
  '云舟',
  '知夏',
  '一鸣',
  '清和',
  '海宁',
  '书瑶',
  '致远',
  '乐怡',
]
const EN_FAMILY = [
  'Ashdown',
  'Bellweather',
  'Corriden',
  'Dunmoor',
  'Elswick',
  'Farrowby',
  'Greymont',
  'Hollin',
  'Merrow',
]
const EN_GIVEN = ['Anna', 'Ben', 'Clara', 'Daniel', 'Erin', 'Felix', 'Grace', 'Hugo', 'Ivy', 'Jonas', 'Leah', 'Milo']

/** A label of the address, by which the local run knows who reads: two of nine open their mails, one clicks in them. */
function readingOf(number: number): string {
  if (number % 9 === 0) return '+clicks'
  return number % 9 < 3 ? '+opens' : ''
}

const HOMES = [
  { timeZone: 'Asia/Shanghai', locale: 'zh-CN', airports: ['PEK', 'SHA', 'CAN', 'CTU'], share: 0.6 },
  { timeZone: 'Europe/London', locale: 'en', airports: ['LHR'], share: 0.12 },
  { timeZone: 'America/New_York', locale: 'en', airports: ['JFK'], share: 0.1 },
  { timeZone: 'Asia/Singapore', locale: 'en', airports: ['SIN'], share: 0.1 },
  { timeZone: 'America/Los_Angeles', locale: 'en', airports: ['LAX'], share: 0.08 },
] as const

const TIERS = [...Array(12).fill(undefined), ...Array(5).fill('silver'), 'gold', 'gold', 'platinum'] as (
  | string
  | undefined
)[]

/** The members' cards are numbered from 1. */
export function memberIdOf(number: number): string {
  return `CW${String(100000 + number)}`
}

/** Somebody, with whatever of them is given. */
export function person(dice: Dice, number: number, given: Partial<Person> = {}): Person {
  const home = pickHome(dice)
  const locale = given.locale ?? home.locale
  const zh = locale.startsWith('zh')
  return {
    memberId: memberIdOf(number),
    givenName: dice.pick(zh ? ZH_GIVEN : EN_GIVEN),
    familyName: dice.pick(zh ? ZH_FAMILY : EN_FAMILY),
    email: `m${String(number).padStart(4, '0')}${readingOf(number)}@example.com`,
    locale,
    timeZone: home.timeZone,
    homeAirport: dice.pick(home.airports),
    birthDate: `${dice.between(1958, 2003)}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`,
    enrolledOn: `${dice.between(2012, 2025)}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`,
    tier: dice.pick(TIERS),
    consent: dice.chance(0.85),
    flights: dice.between(1, 28),
    lastFlightOn: dateOf(at('08-31 12:00') - dice.between(1, 120) * DAY),
    economy: dice.chance(0.85) ? 1 : 0.4,
    ...given,
  }
}

/** Puts the member's enrolment on the bus, with the balance they bring. */
export function enrol(news: Newsroom, someone: Person): void {
  const { memberId, flights, lastFlightOn, economy, consent, ...profile } = someone
  const inEconomy = Math.round(flights * economy)
  news.say('member.enrolled', at('09-01 00:00'), {
    memberId,
    ...profile,
    consent: { email: consent },
    opening: {
      asOf: '2026-08-31',
      flights,
      distanceKm: flights * 1500,
      spend: { amount: flights * 1100, currency: 'CNY' },
      firstFlightOn: flights === 1 ? lastFlightOn : '2024-09-15',
      lastFlightOn,
      cabins: { F: 0, C: flights - inEconomy, W: 0, Y: inEconomy },
    },
  })
}

function pickHome(dice: Dice) {
  let rest = dice.next()
  for (const home of HOMES) {
    rest -= home.share
    if (rest < 0) return home
  }
  return HOMES[0]
}

function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
