import * as z from 'zod'
import { CABINS } from '../../standards/cabin.ts'
import type { MappingForm } from '../connector.ts'
import { carrierCode, codes } from '../parts.ts'

const schema = z.strictObject({
  programme: z
    .array(carrierCode)
    .min(1)
    .max(10)
    .optional()
    .describe(
      'Whose cards are yours: the carrier that stands before a card. Usual: airline.carriers of wingback.yaml, else the carrier of the flight that the message is about',
    ),
  cabins: codes(z.enum(CABINS)).describe(
    'Which cabin a booking class is: "B": Y. "LH.Z": C is class Z of LH alone. "*" stands for all others; without it a segment in another class is set aside',
  ),
  statuses: codes(z.enum(['booked', 'cancelled', 'ignored']))
    .optional()
    .describe(
      'What each status of a segment (RPI) means. Usual: HX, XX, UN, UC and NO are cancelled, HL and GN are ignored, all others booked',
    ),
  leavers: z
    .enum(['cancelled', 'kept'])
    .optional()
    .describe(
      'cancelled: who had the booking and is not in it any more, after a split, has it no longer. kept (usual): nothing is told of them',
    ),
  boarded: z
    .enum(['checkedIn', 'nobody'])
    .optional()
    .describe(
      'checkedIn: a message that was made after the flight left says who was on board: who checked in was, who was booked and did not was not. nobody (usual): nothing is told of that',
    ),
})

export type PnrgovMapping = z.output<typeof schema>

export const pnrgovMapping: MappingForm<typeof schema> = { schema, system: 'pss' }
