import type { Template } from '../rulebook/rulebook.ts'
import { languageOf, type MessageData } from './data.ts'
import type { OutgoingMail } from './outgoing.ts'
import { render } from './render.ts'

export type Composed = { ok: true; mail: OutgoingMail } | { ok: false; code: 'unrenderable'; reason: string }

export interface Composition {
  template: Template
  data: MessageData
  to: string
  from: string
  replyTo?: string | undefined
  /** `action`, `campaign`, `rulebook`, and whatever else SES's reports should bring back. */
  tags: Readonly<Record<string, string>>
  /** A test email: its links do nothing, and nothing of it is counted. */
  test?: boolean
}

/** An email as it goes out, with one-click unsubscribing (RFC 8058) and its tags. */
export function compose(composition: Composition): Composed {
  const { template, to, from, replyTo, test } = composition
  const data = test ? withoutLinks(composition.data) : composition.data
  const rendered = render(template, data)
  if (!rendered.ok) return { ok: false, code: 'unrenderable', reason: rendered.reason }
  const { subject, html, text } = test ? marked(rendered, data.locale) : rendered
  const headers = test ? {} : unsubscribeHeaders(data.unsubscribeUrl)
  const tags = test ? { test: 'yes' } : cleanTags(composition.tags)
  return { ok: true, mail: { to, from, ...(replyTo && { replyTo }), subject, html, text, headers, tags } }
}

/** RFC 8058: the recipient's mail program unsubscribes with one POST to this address. */
function unsubscribeHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** What SES accepts in a tag: letters, digits, `_` and `-`, at most 256 of them. */
function cleanTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  const clean = (text: string) => text.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 256)
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [clean(name), clean(value)]))
}

/** A colleague who tries a link must not answer, or unsubscribe, for the member. */
function withoutLinks(data: MessageData): MessageData {
  const nowhere = '#test'
  return {
    ...data,
    unsubscribeUrl: nowhere,
    ...(data.offer && { offer: { ...data.offer, acceptUrl: nowhere, declineUrl: nowhere } }),
  }
}

const BANNER =
  '<div style="padding:12px;background:#7a1f1f;color:#ffffff;font:bold 14px/1.5 sans-serif;text-align:center">' +
  'TEST · Its links do nothing. 测试邮件，链接无效。</div>'

/** In the language of the mail, so that a list of mails says it in that. */
const MARKS: Readonly<Record<string, string>> = { zh: '【测试】' }

function marked(mail: { subject: string; html: string; text: string }, locale: string) {
  const body = mail.html.search(/<body[\s>]/i)
  const top = body < 0 ? 0 : mail.html.indexOf('>', body) + 1
  return {
    subject: `${MARKS[languageOf(locale)] ?? '[TEST] '}${mail.subject}`,
    html: mail.html.slice(0, top) + BANNER + mail.html.slice(top),
    text: `*** TEST · Its links do nothing. 测试邮件，链接无效。 ***\n\n${mail.text}`,
  }
}
