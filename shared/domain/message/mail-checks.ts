import { Parser } from 'htmlparser2'
import type { Files } from '../drafts/files.ts'
import { faintIn } from './contrast.ts'

/** By name, what a mail is looked at for before it goes out. No score: each holds or does not, and says what it found. */
export const MAIL_CHECKS = ['sender', 'unsubscribe', 'links', 'languages', 'size', 'contrast', 'pictures'] as const
export type MailCheck = (typeof MAIL_CHECKS)[number]

export interface MailChecked {
  check: MailCheck
  holds: boolean
  /** What does not hold, or what was looked at: addresses, languages, a size. */
  found: string[]
}

/** Beyond it a large provider shows the beginning alone. */
const BYTES_AT_MOST = 100 * 1024

interface Looked {
  html: string
  text: string
  path: string
  files: Files
  /** From whom it goes out. */
  from: string | undefined
  unsubscribeUrl: string
}

export function checkMail(mail: Looked): MailChecked[] {
  const { links, pictures } = linksIn(mail.html)
  return MAIL_CHECKS.map((check) => ({ check, ...CHECKS[check](mail, { links, pictures }) }))
}

interface Parts {
  links: string[]
  pictures: { src: string; alt: string | undefined }[]
}

type Answer = Omit<MailChecked, 'check'>

const CHECKS: Record<MailCheck, (mail: Looked, parts: Parts) => Answer> = {
  sender: ({ from }) => ({
    holds: from !== undefined && !isMadeUp(from.split('@')[1] ?? ''),
    found: from ? [from] : [],
  }),
  unsubscribe: ({ text, unsubscribeUrl }, { links }) => ({
    holds: links.some((each) => each.startsWith(unsubscribeUrl)) && text.includes(unsubscribeUrl),
    found: [],
  }),
  links: (_mail, { links }) => {
    const wrong = links.filter((each) => !/^(https|mailto|tel):/.test(each) || isMadeUp(hostOf(each)))
    return { holds: wrong.length === 0, found: [...new Set(wrong)] }
  },
  languages: ({ path, files }) => {
    const has = languagesOf(path.split('/')[1] ?? '', files)
    const all = new Set(Object.keys(files).flatMap((each) => /^templates\/[^/]+\/(.+)\.mjml$/.exec(each)?.[1] ?? []))
    const missing = [...all].filter((each) => !has.includes(each)).sort()
    return { holds: missing.length === 0, found: missing.length > 0 ? missing : has }
  },
  size: ({ html }) => {
    const bytes = new TextEncoder().encode(html).byteLength
    return { holds: bytes <= BYTES_AT_MOST, found: [`${Math.ceil(bytes / 1024)} KB`] }
  },
  contrast: ({ html }) => {
    const faint = faintIn(html)
    return {
      holds: faint.length === 0,
      found: faint.map(({ text, color, behind, ratio }) => `“${text}” ${color} / ${behind}: ${ratio.toFixed(1)}`),
    }
  },
  pictures: (_mail, { pictures }) => {
    const mute = pictures.filter(({ alt }) => !alt?.trim())
    return { holds: mute.length === 0, found: mute.map(({ src }) => src) }
  },
}

function languagesOf(id: string, files: Files): string[] {
  const own = new RegExp(`^templates/${id}/(.+)\\.mjml$`)
  return Object.keys(files)
    .flatMap((each) => own.exec(each)?.[1] ?? [])
    .sort()
}

/** Names kept for examples, to which nothing leads. The sample's own links are such, and stand for real ones. */
function isMadeUp(host: string): boolean {
  return /(^|\.)(example\.(com|org|net)|example|invalid|test)$/.test(host) && host !== 'links.example.com'
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : ''
}

function linksIn(html: string): Parts {
  const parts: Parts = { links: [], pictures: [] }
  const parser = new Parser({
    onopentag(name, { href, src = '', alt }) {
      if (name === 'a' && href !== undefined) parts.links.push(href)
      if (name === 'img') parts.pictures.push({ src, alt })
    },
  })
  parser.end(html)
  return parts
}
