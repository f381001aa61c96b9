import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import type { ArmInList } from '../shared/app/api/audiences.ts'
import { localTime } from '../shared/app/api/local-time.ts'
import { BOM, csvLine } from '../shared/standards/csv.ts'
import { nearest } from '../shared/standards/nearest.ts'
import { spacedPhone } from '../shared/standards/phone.ts'
import { Refused } from './errors.ts'
import type { Session } from './session.ts'

/** A member of an audience, as the API returns them. */
interface Known {
  memberId: string
  since: string
  arm: ArmInList
  facts: Record<string, unknown>
}

export interface ListOptions {
  audience: string
  file: string
  columns: readonly string[]
  campaign?: string | undefined
  /** Only members who consented to this channel: `phone`, `email`, or one of the airline's own. */
  consent?: string | undefined
  /** Includes members who are held out, and marks them. */
  heldOut: boolean
}

/** The result: how many are in the file, and how many are not. */
export interface Listed {
  file: string
  members: number
  leftOut: { heldOut: number; noConsent: number }
  /** The consent asked for, where no member of the audience has said yes or no to it: probably another name. */
  unheardOf?: string
}

export const USUAL_COLUMNS = 'memberId,familyName,givenName,phone,tier,arm'

const PAGE = 100

/** Writes all members of an audience to a file for a spreadsheet, page by page, however many there are. */
export async function listAudience({ client }: Pick<Session, 'client'>, options: ListOptions): Promise<Listed> {
  const { audience, file, columns, campaign, consent, heldOut } = options
  const listed: Listed = { file, members: 0, leftOut: { heldOut: 0, noConsent: 0 } }
  const path = `/v1/audiences/${encodeURIComponent(audience)}`
  const query = { facts: 'true', campaign, limit: PAGE }
  const ask = (cursor?: string) =>
    client.call<{ zone: string; page: Known[]; cursor: string | null }>('GET', path, { query: { ...query, cursor } })
  let heardOf = consent === undefined
  let page = await ask()
  refuseUnknown(columns, page.page[0])
  // The file contains names and numbers: nobody else on this machine may read it.
  const out = Writable.toWeb(createWriteStream(file, { mode: 0o600 })).getWriter()
  await out.write(BOM + csvLine(columns))
  for (;;) {
    let lines = ''
    for (const each of page.page) {
      heardOf ||= Object.hasOwn(each.facts.consent as object, consent!)
      if (each.arm !== 'treated' && !heldOut) listed.leftOut.heldOut += 1
      else if (consent !== undefined && !agreed(each, consent)) listed.leftOut.noConsent += 1
      else {
        lines += csvLine(columns.map((column) => cellOf(each, column, page.zone)))
        listed.members += 1
      }
    }
    await out.write(lines)
    if (page.cursor === null) break
    page = await ask(page.cursor)
  }
  await out.close()
  return heardOf ? listed : { ...listed, unheardOf: consent! }
}

function agreed({ facts }: Known, name: string): boolean {
  const said = (facts.consent as Record<string, unknown>)[name]
  if (typeof said === 'object' && said !== null) return (said as { marketing?: unknown }).marketing === true
  return said === true
}

/** A field of the member, or a fact by its path: `flown.flights`, `consent.phone`. */
function cellOf(known: Known, column: string, zone: string): unknown {
  if (column === 'memberId' || column === 'arm') return known[column]
  if (column === 'since') return localTime(known.since, zone)
  if (column.startsWith('consent.')) return agreed(known, column.slice('consent.'.length))
  const value = column
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], known.facts)
  return column === 'phone' && typeof value === 'string' ? spacedPhone(value) : value
}

/** Columns that exist even if no member has a value, such as an address. */
const PROFILE = [
  ...['memberId', 'since', 'arm', 'givenName', 'familyName', 'email', 'phone', 'locale', 'timeZone', 'homeAirport'],
  ...['birthDate', 'gender', 'enrolledOn', 'companyId', 'tier', 'preferences'],
]

/** An unknown column is probably a typo. */
function refuseUnknown(columns: readonly string[], first: Known | undefined): void {
  const known = [...PROFILE, ...Object.keys(first?.facts ?? {})]
  const unknown = columns.find((column) => !known.includes(column.split('.')[0]!))
  if (unknown === undefined || !first) return
  const meant = nearest(unknown, known)
  throw new Refused(({ usage }) => usage.noColumn(unknown), {
    code: 'unknown-column',
    hint: ({ hints }) => (meant ? hints.meant(meant) : hints.thereAre([...new Set(known)].join(', '))),
  })
}
