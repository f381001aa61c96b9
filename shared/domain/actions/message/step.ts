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
  line: (value) => {
    const {
      template,
      channel = 'preferred',
      ...more
    } = typeof value === 'string' ? { template: value } : (value as Record<string, unknown>)
    const over = Array.isArray(channel) ? channel.join(', else ') : channel
    return `message ${template} over ${over}${Object.keys(more).length > 0 ? ` (${plainWords(more)})` : ''}`
  },
} satisfies StepForm<'message'>
