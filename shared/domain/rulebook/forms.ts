import { type Cursor, complain, meant, short } from '../cursor.ts'
import type { StepScope } from './scope.ts'
import { type Form, nothingToTell } from './tells.ts'

/** A template's id, in a form that it has, with nothing to tell that no step before has brought about. */
export function readTemplateId(cursor: Cursor, id: string, form: Form, scope: StepScope): string | undefined {
  const { defaultLocale, nothingGranted, brought } = scope
  const { locales, tells, ending } = form
  if (!Object.hasOwn(locales, id)) return unknownTemplate(cursor, id, form, scope)
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
  if (defaultLocale !== '' && !locales[id]!.includes(defaultLocale)) {
    const hint = `add templates/${id}/${defaultLocale}.${ending}`
    return complain(cursor, 'missing-locale', `"${id}" is not there in ${defaultLocale}, the default`, hint)
  }
  return id
}

function unknownTemplate(cursor: Cursor, id: string, { locales, ending }: Form, { forms, defaultLocale }: StepScope) {
  const isOfOther = Object.values(forms).some((other) => Object.hasOwn(other.locales, id))
  if (!isOfOther) {
    return complain(cursor, 'unknown-template', `no template is called "${short(id)}"`, meant(id, Object.keys(locales)))
  }
  const what = ending === 'mjml' ? 'as a mail' : 'as a message'
  const hint = `add templates/${id}/${defaultLocale || '<locale>'}.${ending}`
  return complain(cursor, 'unknown-template', `the template "${id}" is not there ${what}`, hint)
}
