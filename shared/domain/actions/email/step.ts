import { plainWords } from '../../rulebook/diff/plain.ts'
import { LOCALE, object, SLUG } from '../../rulebook/schema/parts.ts'
import type { StepForm } from '../step-form.ts'
import { readEmail } from './read.ts'

export const emailStep = {
  read: readEmail,
  schema: {
    anyOf: [SLUG, object({ template: SLUG, locale: LOCALE, resendIfUnknown: { type: 'boolean' } }, ['template'])],
  },
  line: (value, _reason, { step }) => {
    const { template, ...more } = typeof value === 'string' ? { template: value } : (value as Record<string, unknown>)
    return `${step.email(String(template))}${Object.keys(more).length > 0 ? step.more(plainWords(more)) : ''}`
  },
} satisfies StepForm<'email'>
