import * as z from 'zod'
import type { HelpDesk, NoteOutcome } from '../ports/index.ts'

/** Where a help desk is, and how Wingback signs in there. */
export interface HelpDeskAccount {
  /** `https://example.zendesk.com` */
  address: string
  /** `agent@example.com/token:KEY`, as HTTP's basic authentication has it. */
  login: string
}

const ticketAnswer = z.object({ ticket: z.object({ tags: z.array(z.string()), updated_at: z.string() }) })

/** Gone, or closed for good: no later try gets further. */
const FINAL = [404, 410, 422]
const PATIENCE_MS = 10_000

/**
 * Zendesk's API of tickets. A note and the tag that says it is there are one update, refused if anybody changed the ticket since
 * it was read: so a lost answer, or two workers with one message, make no second note.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#protecting-against-ticket-update-collisions
 */
export function createZendesk(accountOf: (connector: string) => Promise<HelpDeskAccount>): HelpDesk {
  return {
    async note(connector, { ticket, tag, text, status }): Promise<NoteOutcome> {
      const account = await accountOf(connector)
      const found = await call(account, 'GET', ticket)
      if (FINAL.includes(found.status)) return refused(ticket, found.status)
      const { tags, updated_at } = ticketAnswer.parse(await answerOf(found)).ticket
      if (tags.includes(tag)) return { is: 'known' }
      const change = {
        ...{ comment: { body: text, public: false }, tags: [...tags, tag], ...(status !== undefined && { status }) },
        ...{ safe_update: true, updated_stamp: updated_at },
      }
      const changed = await call(account, 'PUT', ticket, { ticket: change })
      if (FINAL.includes(changed.status)) return refused(ticket, changed.status)
      await answerOf(changed)
      return { is: 'noted' }
    },
  }
}

async function call({ address, login }: HelpDeskAccount, method: string, ticket: string, body?: object) {
  return fetch(`${address}/api/v2/tickets/${ticket}.json`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(login).toString('base64')}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    // The login goes to nobody but the address it is for.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
}

/** Throws where it may go better later, or once a person has put the login right. */
async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`the help desk answers ${response.status}`)
  return response.json()
}

function refused(ticket: string, status: number): NoteOutcome {
  return { is: 'refused', why: `the help desk answers ${status} for ticket ${ticket}` }
}

/** Reads the accounts: a line each, `helpdesk=https://example.zendesk.com agent@example.com/token:KEY`. */
export function accountIn(connector: string, lines: readonly string[]): HelpDeskAccount {
  for (const line of lines) {
    const [, name, address = '', login = ''] = /^([a-z0-9-]{1,64})=(\S+) (\S+)$/.exec(line) ?? []
    if (name === connector && isSafe(address)) return { address: address.replace(/\/$/, ''), login }
  }
  throw new Error(`no account is known for the connector ${connector}`)
}

/** A login goes over no open line, but within this machine. */
function isSafe(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' || url?.hostname === '127.0.0.1'
}
