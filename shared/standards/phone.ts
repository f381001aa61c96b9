import type { Named } from './named.ts'

/** E.164: a country and at most 15 digits in all. */
const E164 = /^\+[1-9]\d{5,14}$/
/** What people put between the digits. */
const BETWEEN = /[\s().\-/\u00a0\u2010-\u2015]/gu

/** `+86 (0)10 …` is not read: which zero is dialled is for people to know. `0086 138-0013-8000` → `+8613800138000`. */
export function readPhone(written: string): Named {
  const digits = written.normalize('NFKC').trim().replace(BETWEEN, '').replace(/^00/, '+')
  if (E164.test(digits)) return { ok: true, name: digits }
  return { ok: false, message: 'is no telephone number', hint: 'with its country, such as +86 138 0013 8000' }
}

/** Countries of two digits; those of one are 1 and 7, all others have three. */
const TWO_DIGITS = /^\+(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** In two parts, as a spreadsheet leaves it alone: `+86 13800138000`. */
export function spacedPhone(phone: string): string {
  const country = /^\+[17]/.exec(phone)?.[0] ?? TWO_DIGITS.exec(phone)?.[0] ?? phone.slice(0, 4)
  return `${country} ${phone.slice(country.length)}`
}
