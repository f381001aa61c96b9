import { bool, type Cursor, child, complain, mapping, text } from '../../cursor.ts'
import { readTemplateId } from '../../rulebook/forms.ts'
import { readLocale } from '../../rulebook/read.ts'
import type { StepScope } from '../../rulebook/scope.ts'
import type { Form } from '../../rulebook/template-uses.ts'
import type { Wording } from '../../texts/problem-texts.ts'
import type { EmailSpec } from './email.ts'

/** `email: sorry`, or `email: { template: sorry, locale: en }`. */
export function readEmail(cursor: Cursor, scope: StepScope): EmailSpec | undefined {
  const alone = typeof cursor.value === 'string'
  const fields = alone ? { template: cursor } : mapping(cursor, ['template', 'locale', 'resendIfUnknown'], ['template'])
  if (!fields?.template) return undefined
  const { mail } = scope.forms
  const id = text(fields.template)
  const template = id === undefined ? undefined : readTemplateId(fields.template, id, mail, scope)
  const locale = 'locale' in fields && fields.locale ? readTemplateLocale(fields.locale, template, mail) : 'member'
  const resend = 'resendIfUnknown' in fields && fields.resendIfUnknown ? bool(fields.resendIfUnknown) : false
  if (resend && !scope.service) {
    complain(child(cursor, 'resendIfUnknown'), 'service-only', ({ problems }) => problems.resendServiceOnly)
  }
  if (!template || !locale || resend === undefined) return undefined
  return { kind: 'email', template, locale, resendIfUnknown: resend }
}

/** A locale in which the template exists, or `member`. */
export function readTemplateLocale(
  cursor: Cursor,
  template: string | undefined,
  { locales }: Form,
): string | undefined {
  if (cursor.value === 'member') return 'member'
  const locale = readLocale(cursor)
  if (locale === undefined || template === undefined || locales[template]!.includes(locale)) return locale
  const hint: Wording = ({ problems }) => problems.localesAre(locales[template]!.join(', '))
  return complain(cursor, 'missing-locale', ({ problems }) => problems.notInLocale(template, locale), hint)
}
