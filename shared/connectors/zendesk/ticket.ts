import * as z from 'zod'

const word = z.string().max(200)
const text = z.string().max(100_000)

/** A ticket event of Zendesk, as far as complaints need it. What else is in it is not read. */
export const ticketEvent = z.looseObject({
  type: word,
  id: word,
  time: word,
  detail: z.looseObject({
    id: word,
    status: word.nullish(),
    priority: word.nullish(),
    external_id: word.nullish(),
    tags: z.array(word).max(500).nullish(),
    description: text.nullish(),
    created_at: word.nullish(),
    via: z
      .looseObject({
        channel: word.nullish(),
        source: z.looseObject({ from: z.looseObject({ address: z.string().max(320).nullish() }).nullish() }).nullish(),
      })
      .nullish(),
  }),
  event: z
    .looseObject({
      current: word.nullish(),
      comment: z
        .looseObject({
          is_public: z.boolean().nullish(),
          author: z.looseObject({ is_staff: z.boolean().nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
})

export type TicketEvent = z.output<typeof ticketEvent>
export type Ticket = TicketEvent['detail']
