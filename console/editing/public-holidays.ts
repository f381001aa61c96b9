import Calendar from 'date-holidays'
import type { Language } from '../../shared/domain/texts/language.ts'

/** Days in a row under one name: a holiday that lasts is one. */
export interface Holiday {
  name: string
  from: string
  to: string
}

/** Where airlines that use this most often fly stands first; the rest by name. */
const FIRST = ['CN', 'HK', 'MO', 'TW']

const SPOKEN: Record<Language, string> = { en: 'en', 'zh-CN': 'zh' }

export function countriesIn(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const rank = (code: string) => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length)
  return Object.keys(new Calendar().getCountries())
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => rank(a.value) - rank(b.value) || a.label.localeCompare(b.label, language))
}

/** The public holidays of a country in a year, in order. */
export function holidaysOf(country: string, year: number, language: Language): Holiday[] {
  const calendar = new Calendar(country, { languages: [SPOKEN[language], 'en'], types: ['public'] })
  const days = (calendar.getHolidays(year) || []).map(({ name, date }) => ({
    name: nameOf(name),
    day: date.slice(0, 10),
  }))
  const holidays: Holiday[] = []
  for (const { name, day } of days) {
    const last = holidays.at(-1)
    if (last?.name === name && dayAfter(last.to) === day) last.to = day
    else holidays.push({ name, from: day, to: day })
  }
  return holidays
}

/** One of several spellings is enough: 清明节 清明節. */
function nameOf(name: string): string {
  return /\p{Script=Han}/u.test(name) ? (name.split(' ')[0] ?? name) : name
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
