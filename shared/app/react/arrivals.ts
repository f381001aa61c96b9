import type { Fault, MemberEvent } from '../../contract/index.ts'
import { isOfAFlight } from '../../contract/of-a-flight.ts'
import { parseWithApart } from '../../contract/profile.ts'
import type { Fail, QueueMessage } from '../each-alone.ts'
import type { Arrival } from './arrival.ts'
import { envelopeOf, type Faulty } from './set-aside.ts'

/** Reads a batch's messages, each by itself: the events about members, and what is to be set aside. */
export function readMessages(
  messages: readonly QueueMessage[],
  now: number,
  fail: Fail,
): { arrivals: Arrival[]; faults: Faulty[] } {
  const arrivals: Arrival[] = []
  const faults: Faulty[] = []
  for (const message of messages) {
    try {
      for (const read of readMessage(message, now)) {
        if ('fault' in read) faults.push(read)
        else arrivals.push(read)
      }
    } catch (error) {
      fail(error, [message])
    }
  }
  return { arrivals, faults }
}

/** The event, and apart from it those fields of a profile that cannot be read. */
function readMessage({ messageId, body }: QueueMessage, now: number): (Arrival | Faulty)[] {
  const { envelope, fault } = envelopeOf(body, messageId)
  if (fault) return [{ messageId, envelope, fault }]
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
