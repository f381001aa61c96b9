import { complain, mapping, meant, short, text } from '../../cursor.ts'
import { object, TEXT } from '../../rulebook/schema/parts.ts'
import type { ActionDefinition } from '../definition.ts'
import { emailOutcomes } from './outcomes.ts'

export const emailAction = {
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
        const hint = meant(template, Object.keys(templates))
        return complain(fields.template, 'unknown-template', `no template is called "${short(template)}"`, hint)
      }
      const more = [subject && `with the subject "${subject}"`, says && `that says "${says}"`].filter(Boolean)
      return {
        words: [`email ${template}`, ...more].join(' '),
        isMet: ({ outcome, action, mail }) =>
          outcome === 'sent' &&
          action.template === template &&
          (subject === undefined || mail?.subject === subject) &&
          (says === undefined || mail?.text.includes(says) === true),
      }
    },
    words: ({ action, mail }) => `email ${action.template}${mail ? ` with the subject "${mail.subject}"` : ''}`,
  },
} satisfies ActionDefinition<'email'>
