import { TEAMS, type Team } from '../../../contract/task.ts'
import { present } from '../../../standards/present.ts'
import { pendingAction, settle } from '../../campaign/settle.ts'
import { mapping, oneOf, text } from '../../cursor.ts'
import { readDuration } from '../../rulebook/read.ts'
import { DURATION, object, TEXT } from '../../rulebook/schema/parts.ts'
import type { ActionDefinition } from '../definition.ts'
import { expectClosing, expectNoMore, timeFor } from './due.ts'

/** Something for a person to do. */
interface ServiceTaskSpec {
  kind: 'serviceTask'
  /** If absent: customer service. */
  team?: Team | undefined
  title: string
  detail: string
  /** How long the team has for it. If absent: as its setting says. */
  within?: number | undefined
}

declare module '../kinds.ts' {
  interface Kinds {
    serviceTask: { spec: ServiceTaskSpec; plan: ServiceTaskSpec & { complaintId?: string | undefined } }
  }
}

export const serviceTaskAction = {
  queue: 'tasks' as const,
  traits: {
    forPeople: true,
  },
  form: {
    read(cursor) {
      const fields = mapping(cursor, ['title', 'detail', 'team', 'within'], ['title'])
      const title = fields?.title && text(fields.title, 200)
      const detail = fields?.detail ? text(fields.detail, 2000) : ''
      const team = fields?.team && oneOf(fields.team, TEAMS)
      const within = fields?.within && readDuration(fields.within)
      if (!title || detail === undefined || (fields?.team && !team) || (fields?.within && !within)) return undefined
      return { kind: 'serviceTask', title, detail, ...present({ team, within }) }
    },
    schema: object({ title: TEXT, detail: TEXT, team: { enum: TEAMS }, within: DURATION }, ['title']),
    line: (value, _reason, { step, rule }) => {
      const { title, detail, team, within } = value as Record<'title' | 'detail' | 'team' | 'within', string>
      const more = [team && rule.value('team', team), within && step.within(within), detail]
        .filter(Boolean)
        .map(step.more)
      return `${step.task(title)}${more.join('')}`
    },
  },
  plan: ({ within, ...spec }, { journey: { cause }, rulebook }) => ({
    ...spec,
    ...present({ complaintId: cause.complaintId, within: within ?? timeFor(rulebook, spec.team) }),
  }),
  outcomes: {
    /** If a person handles what the law owes, nothing is granted yet. */
    'task.opened': (turn, event) => {
      if (pendingAction(turn, event.actionId)) expectClosing(turn, event)
      settle(turn, event.actionId, 'opened', { is: 'task.opened' })
    },
    /** People's work on it changes nothing by itself: journeys can wait for it, and the timeline shows it. */
    'task.taken': () => {},
    'task.noted': () => {},
    'task.closed': (turn, { id, occurredAt, memberId, actionId, taskId, outcome, comment, complaintId }) => {
      expectNoMore(turn, taskId)
      // Whoever closes it may be quicker than the word that it is open.
      settle(turn, actionId, 'opened', { is: 'task.opened' })
      const said = { ...(comment !== undefined && { comment }), ...(complaintId !== undefined && { complaintId }) }
      const about = { id, occurredAt: isoOf(occurredAt), memberId }
      turn.announcements.push({ type: 'task.closed', detail: { ...about, taskId, outcome, ...said } })
    },
    'task.overdue': (turn, { id, occurredAt, memberId, taskId, dueAt }) => {
      if (!expectNoMore(turn, taskId)) return
      const about = { id, occurredAt: isoOf(occurredAt), memberId }
      turn.announcements.push({ type: 'task.overdue', detail: { ...about, taskId, dueAt: isoOf(dueAt) } })
    },
  },
  counted: ['opened'],
  example: {
    schema: { description: 'its title', ...TEXT },
    read(cursor) {
      const title = text(cursor)
      if (title === undefined) return undefined
      return {
        words: ({ known }) => known('serviceTask', title),
        isMet: ({ outcome, action }) => outcome === 'opened' && action.title === title,
      }
    },
    words:
      ({ action }) =>
      ({ known }) =>
        known('serviceTask', action.title),
    write: ({ action }) => action.title,
  },
} satisfies ActionDefinition<'serviceTask'>

function isoOf(instant: number): string {
  return new Date(instant).toISOString()
}
