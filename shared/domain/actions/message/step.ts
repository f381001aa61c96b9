import { plainWords } from '../../rulebook/diff/plain.ts'
import { DURATION, LOCALE, object, SLUG } from '../../rulebook/schema/parts.ts'
import type { StepForm } from '../step-form.ts'
import { readMessage } from './read.ts'

const CHANNEL = { anyOf: [SLUG, { type: 'array', items: SLUG, minItems: 1, maxItems: 11 }] }

export const messageStep = {
  read: readMessage,
  schema: {
    anyOf: [SLUG, object({ template: SLUG, channel: CHANNEL, locale: LOCALE, validFor: DURATION }, ['template'])],
  },
  line: (value, _reason, { step }) => {
    const {
      template,
      channel = 'preferred',
      ...more
    } = typeof value === 'string' ? { template: value } : (value as Record<string, unknown>)
    const over = (Array.isArray(channel) ? channel : [channel]).map(String)
    return `${step.message(String(template), over)}${Object.keys(more).length > 0 ? step.more(plainWords(more)) : ''}`
  },
} satisfies StepForm<'message'>
