import * as z from 'zod'

/** The order to rehearse one page of all members. */
const order = z.object({ draft: z.string(), at: z.number(), n: z.number(), cursor: z.string().optional() })
export type Order = z.output<typeof order>

export function orderText(of: Order): string {
  return JSON.stringify(of)
}

export function orderIn(body: string): Order {
  return order.parse(JSON.parse(body))
}
