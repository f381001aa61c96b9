import * as z from 'zod'
import type { MappingForm } from '../connector.ts'
import { STATUSES } from '../legs/report.ts'
import { carrierCode, causes, codes, licences } from '../parts.ts'

/** What a code of this airport or system means. `ignored`: nothing that anybody is told. */
const meaning = z.enum([...STATUSES, 'ignored'])

const qualifiers = z.array(z.string().min(1).max(10)).min(1).max(5)

const schema = z.strictObject({
  statuses: codes(meaning).describe(
    'What each OperationalStatus means: operates, cancelled, diverted or ignored. "*" stands for all others; without it a leg with an unknown code is set aside',
  ),
  delayCodes: causes.optional(),
  licences: licences.optional(),
  carriers: z
    .array(carrierCode)
    .max(50)
    .optional()
    .describe('Whose flights are read, where the feed has those of others too. Without it, all'),
  completes: z
    .enum(['booked', 'nobody'])
    .optional()
    .describe(
      'booked: who is booked on a flight that arrived has flown. nobody (usual): who flew comes from elsewhere, such as a list of who boarded',
    ),
  timesWithoutOffset: z
    .enum(['utc', 'local'])
    .optional()
    .describe('What times without an offset are: UTC (usual), or those of the clock at the airport of that end'),
  departure: qualifiers.optional().describe('OperationQualifiers of leaving the gate, the best first (usual: OFB)'),
  arrival: qualifiers.optional().describe('OperationQualifiers of reaching the gate, the best first (usual: ONB)'),
})

export type AidxMapping = z.output<typeof schema>

export const aidxMapping: MappingForm<typeof schema> = { schema, system: 'ops' }
