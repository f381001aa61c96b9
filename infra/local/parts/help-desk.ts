import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { closeServer, isLocal, jsonOf, listen, portOf, readBody, sendJson } from './http.ts'
import type { Mail } from './mail.ts'

export interface HelpDesk {
  url: string
  close(): Promise<void>
}

const BODY_BYTES_AT_MOST = 256 * 1024

const change = z.object({
  ticket: z.object({
    comment: z.object({ body: z.string() }),
    status: z.string().optional(),
    tags: z.array(z.string()),
    safe_update: z.literal(true),
    updated_stamp: z.string(),
  }),
})

interface Ticket {
  tags: string[]
  updated_at: string
}

/** Stands in for Zendesk: has every ticket that is asked for, and shows the notes on it beside the mails. */
export async function startHelpDesk(mail: Pick<Mail, 'show'>, now: () => number): Promise<HelpDesk> {
  const tickets = new Map<string, Ticket>()
  const server = await listen((request, response) => void answer(request, response), 0)
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => closeServer(server) }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, number] = /^\/api\/v2\/tickets\/(\d{1,20})\.json$/.exec(request.url ?? '') ?? []
    if (!isLocal(request.headers)) return sendJson(response, 403, {})
    if (number === undefined) return sendJson(response, 404, {})
    const ticket = tickets.get(number) ?? { tags: [], updated_at: new Date(0).toISOString() }
    if (request.method === 'GET') return sendJson(response, 200, { ticket })
    const body = await readBody(request, BODY_BYTES_AT_MOST)
    const read = change.safeParse(body && jsonOf(body))
    if (!read.success) return sendJson(response, 422, {})
    const { tags, updated_stamp, comment, status } = read.data.ticket
    if (updated_stamp !== ticket.updated_at) return sendJson(response, 409, {})
    const changed = { tags, updated_at: new Date(Date.parse(ticket.updated_at) + 1000).toISOString() }
    tickets.set(number, changed)
    const subject = `Ticket ${number}${status === undefined ? '' : ` (${status})`}`
    const messageId = `ticket-${number}-${tags.at(-1)}`
    mail.show({ messageId, from: 'help desk', to: `ticket-${number}`, subject, text: comment.body, at: now() })
    sendJson(response, 200, { ticket: changed })
  }
}
