import { settle } from '../../campaign/settle.ts'
import { text } from '../../cursor.ts'
import { TEXT } from '../../rulebook/schema/parts.ts'
import type { ActionDefinition } from '../definition.ts'

export const serviceTaskAction = {
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
