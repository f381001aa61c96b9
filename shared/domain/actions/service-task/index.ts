import { settle } from '../../campaign/settle.ts'
import { mapping, text } from '../../cursor.ts'
import { object, TEXT } from '../../rulebook/schema/parts.ts'
import type { ActionDefinition } from '../definition.ts'

export const serviceTaskAction = {
  queue: 'tasks',
  step: {
    read(cursor) {
      const fields = mapping(cursor, ['title', 'detail'], ['title'])
      const title = fields?.title && text(fields.title, 200)
      const detail = fields?.detail ? text(fields.detail, 2000) : ''
      return title && detail !== undefined ? { kind: 'serviceTask', title, detail } : undefined
    },
    schema: object({ title: TEXT, detail: TEXT }, ['title']),
    line: (value) => {
      const { title, detail } = value as { title: string; detail?: string }
      return `task for a colleague: ${title}${detail ? ` (${detail})` : ''}`
    },
  },
  plan: (spec) => spec,
  outcomes: {
    /** Where a person sees to what the law owes, nothing is granted yet. */
    'task.opened': (turn, event) => settle(turn, event.actionId, 'opened', { is: 'task.opened' }),
  },
  counted: ['opened'],
  example: {
    schema: { description: 'its title', ...TEXT },
    read(cursor) {
      const title = text(cursor)
      if (title === undefined) return undefined
      return {
        words: `serviceTask "${title}"`,
        isMet: ({ outcome, action }) => outcome === 'opened' && action.title === title,
      }
    },
    words: ({ action }) => `serviceTask "${action.title}"`,
  },
} satisfies ActionDefinition<'serviceTask'>
