import isEmail from 'validator/lib/isEmail.js'
import type { Named } from './named.ts'

/**
 * Mail addresses and senders in the form in which they go over the wire: ASCII (RFC 5321, 5322), because Amazon SES knows
 * no other. Who is who by their address is asked elsewhere.
 */

/** What nobody sees: controls, marks of direction, blanks without width. Joiners are letters' own in some scripts. */
const UNSEEN = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

const FAULTS: readonly (readonly [RegExp, message: string, hint: string])[] = [
  [/^[^@]*$/, 'has no @', 'write name@example.com'],
  [/@.*@/s, 'has more than one @', 'write one address, such as name@example.com'],
  [
    /[\s<>()[\]\\,;:"]/,
    'is more than an address',
    'write name@example.com, without a name, blanks, quotes or brackets',
  ],
  [/[^\x21-\x7e].*@/s, 'has letters before the @ that are not ASCII', 'Amazon SES does not write to such an address'],
  [/^\.|\.\.|\.@|@\.|\.$/, 'has a dot too many', 'no dot begins or ends it, or stands beside the @ or another dot'],
  [/=\?.*@/s, 'is coded before the @', 'write the letters themselves'],
  [/^[^@]{65}|^.{255}/s, 'is too long', 'at most 64 characters before the @, and 254 in all'],
]

/** `Li@bücher.example` → `Li@xn--bcher-kva.example`. The domain in small letters, what is before the @ as written. */
export function readMailAddress(written: string): Named {
  const text = written.trim()
  const fault = unseenIn(text) ?? faultOf(text)
  if (fault) return fault
  const [local = '', domain = ''] = text.split('@')
  const address = `${local}@${asciiDomain(domain)}`
  if (isEmail(address, { allow_utf8_local_part: false })) return { ok: true, name: address }
  return { ok: false, message: 'has an invalid domain', hint: 'write name@example.com' }
}

const NAME_AT_MOST = 100

/** `care@example.com` or `Wing Air <care@example.com>`, with any name: quoted or coded where a header wants it (RFC 2047). */
export function readSender(written: string): Named {
  const [, before, inside] = /^([^<>]*)<([^<>]*)>$/s.exec(written.trim()) ?? ['', '', written]
  const address = readMailAddress(inside!)
  if (!address.ok) return address
  const name = unquoted(before!.trim()).replace(/ {2,}/g, ' ')
  const fault = unseenIn(name)
  if (fault) return fault
  if (name.length > NAME_AT_MOST) return { ok: false, message: `has a name of more than ${NAME_AT_MOST} characters` }
  return { ok: true, name: name === '' ? address.name : `${phrase(name)} <${address.name}>` }
}

function unseenIn(text: string): Named | undefined {
  const found = UNSEEN.exec(text)?.[0]
  if (found === undefined) return undefined
  const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  const hint = 'remove it: such characters are often copied by accident'
  return { ok: false, message: `has an invisible character (U+${code})`, hint }
}

function faultOf(address: string): Named | undefined {
  const found = FAULTS.find(([sign]) => sign.test(address))
  return found && { ok: false, message: found[1], hint: found[2] }
}

/** As the domain name system knows it; empty where it cannot be one. */
function asciiDomain(domain: string): string {
  // A URL's host may also be percent-encoded or an IPv4 address in short: that is none here.
  const plain = /^(?:[A-Za-z0-9.-]|\P{ASCII})+$/u.test(domain) && !/[\d.]$/.test(domain)
  const url = `https://${domain}`
  return plain && URL.canParse(url) ? new URL(url).hostname : ''
}

function unquoted(name: string): string {
  return /^"(?:[^"\\]|\\.)*"$/s.test(name) ? name.slice(1, -1).replace(/\\(.)/gs, '$1') : name
}

const ATOMS = /^[\w!#$%&'*+/=?^`{|}~-]+(?: [\w!#$%&'*+/=?^`{|}~-]+)*$/

function phrase(name: string): string {
  if (ATOMS.test(name)) return name
  return /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name)
}

/** Bytes: in base64 and with what is around it, a word has at most 75 characters. */
const WORD_AT_MOST = 45

function encodedWords(text: string): string {
  const words = ['']
  for (const character of text) {
    if (Buffer.byteLength(words.at(-1)! + character) > WORD_AT_MOST) words.push('')
    words[words.length - 1] += character
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ')
}
