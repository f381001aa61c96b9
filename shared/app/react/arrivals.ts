import { parseWithApart } from '../../contract/apart.ts'
import type { Fault, MemberEvent } from '../../contract/index.ts'
import { isOfAFlight } from '../../contract/of-a-flight.ts'
import type { Ports } from '../../ports/index.ts'
import type { Fail, QueueMessage } from '../each-alone.ts'
import { reportIn } from '../feedback/ses-feedback.ts'
import type { Arrival } from './arrival.ts'
import { findMember } from './find-member.ts'
import { envelopeOf, type Faulty } from './set-aside.ts'

/**
 * Reads each message of a batch: gives the events about members, what is to be set aside, and how many of SES's reports are on emails
 * that are not ours.
 */
export async function readMessages(
  messages: readonly QueueMessage[],
  { ports, now }: { ports: Pick<Ports, 'finders'>; now: number },
  fail: Fail,
): Promise<{ arrivals: Arrival[]; faults: Faulty[]; notOurs: number }> {
  const arrivals: Arrival[] = []
  const faults: Faulty[] = []
  let notOurs = 0
  for (const message of messages) {
    try {
      const report = reportIn(message.body, now)
      const body = report ? report.event : message.body
      if (body === undefined) notOurs++
      else
        for (const read of await readMessage({ ...message, body }, ports, now)) {
          if ('fault' in read) faults.push(read)
          else arrivals.push(read)
        }
    } catch (error) {
      fail(error, [message])
    }
  }
  return { arrivals, faults, notOurs }
}

/** The event, and separately those of its fields that cannot be read. */
async function readMessage(
  { messageId, body }: QueueMessage,
  ports: Pick<Ports, 'finders'>,
  now: number,
): Promise<(Arrival | Faulty)[]> {
  const { envelope: told, fault } = envelopeOf(body, messageId)
  if (fault) return [{ messageId, envelope: told, fault }]
  const envelope = await findMember(told, ports)
  if ('code' in envelope) return [{ messageId, envelope: told, fault: envelope }]
  const { parsed, apart } = parseWithApart(envelope, now)
  if (!parsed.ok) return [{ messageId, envelope, fault: parsed.fault }]
  if (isOfAFlight(parsed.event.type)) return [{ messageId, envelope, fault: wholeFlight }]
  const { event, print } = parsed
  return [{ messageId, envelope, event: event as MemberEvent, print }, ...apart.map((each) => ({ messageId, ...each }))]
}

const wholeFlight: Fault = {
  code: 'unprocessable',
  path: 'detail-type',
  message: 'a whole flight came to the queue of members',
}
