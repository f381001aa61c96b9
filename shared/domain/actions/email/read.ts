import { bool, type Cursor, child, complain, mapping, meant, short, text } from '../../cursor.ts'
import { readLocale } from '../../rulebook/read.ts'
import type { StepScope } from '../../rulebook/scope.ts'
import { nothingToTell } from '../../rulebook/tells.ts'
import type { EmailSpec } from './email.ts'

/** `email: sorry`, or `email: { template: sorry, locale: en }`. */
export function readEmail(cursor: Cursor, scope: StepScope): EmailSpec | undefined {
  const alone = typeof cursor.value === 'string'
  const fields = alone ? { template: cursor } : mapping(cursor, ['template', 'locale', 'resendIfUnknown'], ['template'])
  if (!fields?.template) return undefined
  const template = readTemplateId(fields.template, scope)
  const locale = 'locale' in fields && fields.locale ? readMailLocale(fields.locale, template, scope) : 'member'
  const resend = 'resendIfUnknown' in fields && fields.resendIfUnknown ? bool(fields.resendIfUnknown) : false
  if (resend && !scope.service) {
    complain(
      child(cursor, 'resendIfUnknown'),
      'service-only',
      'only service mail may be sent again where it is unknown whether it was',
    )
  }
  if (!template || !locale || resend === undefined) return undefined
  return { kind: 'email', template, locale, resendIfUnknown: resend }
}

function readTemplateId(
  cursor: Cursor,
  { templates, defaultLocale, nothingGranted, tells, brought }: StepScope,
): string | undefined {
  const id = text(cursor)
  if (id === undefined) return undefined
  if (!Object.hasOwn(templates, id)) {
    return complain(
      cursor,
      'unknown-template',
      `no template is called "${short(id)}"`,
      meant(id, Object.keys(templates)),
    )
  }
  if (nothingGranted && tells[id]!.speaksOfGrant) {
    return complain(
      cursor,
      'promises-something',
      `"${id}" tells of a compensation, which was refused`,
      'another template',
    )
  }
  const missing = tells[id]!.needs.find((what) => !brought.has(what))
  if (missing) return complain(cursor, 'promises-something', ...nothingToTell(id, missing))
  if (defaultLocale !== '' && !templates[id]!.includes(defaultLocale)) {
    const hint = `add templates/${id}/${defaultLocale}.mjml`
    return complain(cursor, 'missing-locale', `"${id}" is not there in ${defaultLocale}, the default`, hint)
  }
  return id
}

function readMailLocale(cursor: Cursor, template: string | undefined, { templates }: StepScope): string | undefined {
  if (cursor.value === 'member') return 'member'
  const locale = readLocale(cursor)
  if (locale === undefined || template === undefined || templates[template]!.includes(locale)) return locale
  const hint = `there are ${templates[template]!.join(', ')}`
  return complain(cursor, 'missing-locale', `"${template}" is not there in ${locale}`, hint)
}
