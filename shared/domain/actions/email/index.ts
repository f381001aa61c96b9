import { complain, mapping, meant, short, text } from '../../cursor.ts'
import { plainWords } from '../../rulebook/diff/plain.ts'
import { LOCALE, object, SLUG, TEXT } from '../../rulebook/schema/parts.ts'
import type { Wording } from '../../texts/problem-texts.ts'
import type { ActionDefinition } from '../definition.ts'
import { emailOutcomes } from './outcomes.ts'
import { readEmail } from './read.ts'

export const emailAction = {
  queue: 'emails' as const,
  traits: {
    channel: 'email',
    sells: true,
    notKnown: 'email.unknown',
  },
  form: {
    read: readEmail,
    schema: {
      anyOf: [SLUG, object({ template: SLUG, locale: LOCALE, resendIfUnknown: { type: 'boolean' } }, ['template'])],
    },
    line: (value, _reason, { step }) => {
      const { template, ...more } = typeof value === 'string' ? { template: value } : (value as Record<string, unknown>)
      return `${step.email(String(template))}${Object.keys(more).length > 0 ? step.more(plainWords(more)) : ''}`
    },
  },
  plan: (spec) => spec,
  outcomes: emailOutcomes,
  counted: ['sent', 'unknown'],
  example: {
    schema: { anyOf: [TEXT, object({ template: TEXT, subject: TEXT, says: TEXT }, ['template'])] },
    read(cursor, { templates }) {
      const alone = typeof cursor.value === 'string'
      const fields = alone ? { template: cursor } : mapping(cursor, ['template', 'subject', 'says'], ['template'])
      if (!fields?.template) return undefined
      const template = text(fields.template)
      const subject = 'subject' in fields && fields.subject ? text(fields.subject) : undefined
      const says = 'says' in fields && fields.says ? text(fields.says) : undefined
      if (template === undefined) return undefined
      if (!Object.hasOwn(templates, template)) {
        const hint: Wording | undefined = meant(template, Object.keys(templates))
        return complain(
          fields.template,
          'unknown-template',
          ({ problems }) => problems.noTemplateIsCalled(short(template)),
          hint,
        )
      }
      return {
        words: ({ mail }) => mail({ template, subject, says }),
        isMet: ({ outcome, action, mail }) =>
          outcome === 'sent' &&
          action.template === template &&
          (subject === undefined || mail?.subject === subject) &&
          (says === undefined || mail?.text.includes(says) === true),
      }
    },
    words:
      ({ action, mail }) =>
      (say) =>
        say.mail({ template: action.template, subject: mail?.subject }),
    write: ({ action }) => action.template,
  },
} satisfies ActionDefinition<'email'>
