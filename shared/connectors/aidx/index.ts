import type { Fault } from '../../contract/index.ts'
import { instantOf } from '../../standards/local-time.ts'
import {
  type Connector,
  type Known,
  nothing,
  type Raw,
  refused,
  type Silent,
  type Translation,
  together,
} from '../connector.ts'
import { identityOf } from '../identity.ts'
import { legId } from '../legs/leg.ts'
import { tellLeg } from '../legs/tell.ts'
import { amiss, silence } from '../words.ts'
import { all, attribute, type Element, readXml } from '../xml.ts'
import { readLeg } from './leg.ts'
import type { AidxMapping } from './mapping.ts'

const ROOT = 'IATA_AIDX_FlightLegNotifRQ'
const LEGS_AT_MOST = 2000

/**
 * IATA AIDX: an airport's operational database, or the airline's own, tells how legs stand. One message has one leg or many;
 * each counts by itself.
 */
export const aidx: Connector<AidxMapping> = {
  parse(raw, mapping, known) {
    const read = readXml(raw.bytes)
    if (!read.ok) return refused(read.fault)
    if (read.name !== ROOT) return refused(otherKind(read.name))
    const legs = all(read.root, 'FlightLeg')
    if (legs.length > LEGS_AT_MOST) return refused(tooMany(legs.length))
    const message = { raw, root: read.root, isAlone: legs.length === 1 }
    return together(legs.map((leg, index) => translateLeg(leg, `FlightLeg ${index + 1}`, message, mapping, known)))
  },
}

interface Message {
  raw: Raw
  root: Element
  /** Then its events have the message's id as it is. */
  isAlone: boolean
}

function translateLeg(
  element: Element,
  place: string,
  message: Message,
  mapping: AidxMapping,
  known: Known,
): Translation {
  const read = readLeg(element, place, mapping)
  if (!read.ok) return refused(read.fault)
  const { leg, isIgnored } = read
  const { carriers, licences = {}, completes = 'nobody' } = mapping
  if (isIgnored) return silent(silence(place, 'statusIgnored'))
  if (carriers && !carriers.includes(leg.name.carrier))
    return silent(silence(place, 'flightOfAnother', { carrier: leg.name.carrier }))
  const { raw, root, isAlone } = message
  const written = attribute(root, 'TimeStamp')
  const at = written === undefined ? raw.receivedAt : instantOf(written, 'UTC')
  if (at === undefined) return refused(badTime(written!))
  const identity = identityOf('aidx', attribute(root, 'CorrelationID'), raw)
  const id = isAlone ? identity : `${identity}:${legId(leg.name)}`
  return tellLeg({ ...leg, id, at, place }, { licences, completes }, known)
}

function silent(one: Silent): Translation {
  return { ...nothing(), silent: [one] }
}

function otherKind(name: string): Fault {
  return amiss('not-this-kind', 'message', 'otherRoot', { name: name.slice(0, 60), root: ROOT })
}

function tooMany(count: number): Fault {
  return amiss('too-large', 'message', 'legsTooMany', { count, most: LEGS_AT_MOST })
}

function badTime(written: string): Fault {
  const field = 'TimeStamp'
  return amiss('bad-time', field, 'notATime', { field, said: written.slice(0, 40), like: '2026-10-01T08:30:00Z' })
}
