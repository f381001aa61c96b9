import { mapping, text } from '../../cursor.ts'
import { object, TEXT } from '../../rulebook/schema/parts.ts'
import type { StepForm } from '../step-form.ts'

export const serviceTaskStep = {
  read(cursor) {
    const fields = mapping(cursor, ['title', 'detail'], ['title'])
    const title = fields?.title && text(fields.title, 200)
    const detail = fields?.detail ? text(fields.detail, 2000) : ''
    return title && detail !== undefined ? { kind: 'serviceTask', title, detail } : undefined
  },
  schema: object({ title: TEXT, detail: TEXT }, ['title']),
  line: (value, _reason, { step }) => {
    const { title, detail } = value as { title: string; detail?: string }
    return `${step.task(title)}${detail ? step.more(detail) : ''}`
  },
} satisfies StepForm<'serviceTask'>
