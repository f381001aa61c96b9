import { mapping } from '../../cursor.ts'
import { readDuration } from '../../rulebook/read.ts'
import { DURATION, object } from '../../rulebook/schema/parts.ts'
import type { StepForm } from '../step-form.ts'
import { CABIN, readHigherCabin } from './cabin.ts'

export const upgradeOfferStep = {
  read(cursor) {
    const fields = mapping(cursor, ['cabin', 'validFor'], ['cabin', 'validFor'])
    const cabin = fields?.cabin && readHigherCabin(fields.cabin)
    const validFor = fields?.validFor && readDuration(fields.validFor)
    return cabin && validFor ? { kind: 'upgradeOffer', cabin, validFor } : undefined
  },
  schema: object({ cabin: CABIN, validFor: DURATION }, ['cabin', 'validFor']),
  line: (value, _reason, { step }) => {
    const { cabin, validFor } = value as Record<string, unknown>
    return step.offer(String(cabin), String(validFor))
  },
} satisfies StepForm<'upgradeOffer'>
