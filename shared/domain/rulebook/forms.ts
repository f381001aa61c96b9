import { type Cursor, complain, meant, short } from '../cursor.ts'
import type { Wording } from '../texts/problem-texts.ts'
import type { StepScope } from './scope.ts'
import { type Form, nothingBrought } from './template-uses.ts'

/** The id of a template that exists in the required form and mentions only what earlier steps have brought about. */
export function readTemplateId(cursor: Cursor, id: string, form: Form, scope: StepScope): string | undefined {
  const { defaultLocale, nothingGranted, brought } = scope
  const { locales, uses, ending } = form
  if (!Object.hasOwn(locales, id)) return unknownTemplate(cursor, id, form, scope)
  if (nothingGranted && uses[id]!.speaksOfGrant) {
    return complain(
      cursor,
      'promises-something',
      ({ problems }) => problems.mentionsRefusedGrant(id),
      ({ problems }) => problems.useAnotherTemplate,
    )
  }
  const missing = uses[id]!.needs.find((what) => !brought.has(what))
  if (missing) return complain(cursor, 'promises-something', ...nothingBrought(id, missing))
  if (defaultLocale !== '' && !locales[id]!.includes(defaultLocale)) {
    const hint: Wording = ({ problems }) => problems.addTemplates(id, defaultLocale, ending)
    return complain(cursor, 'missing-locale', ({ problems }) => problems.notInDefaultLocale(id, defaultLocale), hint)
  }
  return id
}

function unknownTemplate(cursor: Cursor, id: string, { locales, ending }: Form, { forms, defaultLocale }: StepScope) {
  const isOfOther = Object.values(forms).some((other) => Object.hasOwn(other.locales, id))
  if (!isOfOther) {
    return complain(
      cursor,
      'unknown-template',
      ({ problems }) => problems.noTemplateIsCalled(short(id)),
      meant(id, Object.keys(locales)),
    )
  }
  const hint: Wording = ({ problems }) => problems.addTemplates(id, defaultLocale || '<locale>', ending)
  return complain(cursor, 'unknown-template', ({ problems }) => problems.templateHasNoForm(id, ending !== 'mjml'), hint)
}
