import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import type { ArmInList } from '../shared/app/api/audiences.ts'
import { localTime } from '../shared/app/api/local-time.ts'
import { nearest } from '../shared/standards/nearest.ts'
import { spacedPhone } from '../shared/standards/phone.ts'
import { Refused } from './errors.ts'
import { BOM, csvLine } from './files/csv.ts'
import type { Session } from './session.ts'

/** A member of an audience, as the API tells of them. */
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
  /** Only those who agreed to marketing by it: `phone`, `email`, a channel of the airline's own. */
  consent?: string | undefined
  /** Those who are held out are in it, too, and marked. */
  heldOut: boolean
}

/** What came of it: how many are in the file, and who is not. */
export interface Listed {
  file: string
  members: number
  leftOut: { heldOut: number; noConsent: number }
}

export const USUAL_COLUMNS = 'memberId,familyName,givenName,phone,tier,arm'

const PAGE = 500

/** Writes all members of an audience to a file for a spreadsheet, a page at a time: any number of them. */
export async function listAudience({ client }: Pick<Session, 'client'>, options: ListOptions): Promise<Listed> {
  const { audience, file, columns, campaign, consent, heldOut } = options
  const listed: Listed = { file, members: 0, leftOut: { heldOut: 0, noConsent: 0 } }
  const path = `/v1/audiences/${encodeURIComponent(audience)}`
  const query = { facts: 'true', campaign, limit: PAGE }
  const ask = (cursor?: string) =>
    client.call<{ zone: string; page: Known[]; cursor: string | null }>('GET', path, { query: { ...query, cursor } })
  let page = await ask()
  refuseUnknown(columns, page.page[0])
  // It has names and numbers in it: for nobody else on this machine.
  const out = Writable.toWeb(createWriteStream(file, { mode: 0o600 })).getWriter()
  await out.write(BOM + csvLine(columns))
  for (;;) {
    let lines = ''
    for (const each of page.page) {
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
  return listed
}

function agreed({ facts }: Known, name: string): boolean {
  const said = (facts.consent as Record<string, unknown>)[name]
  if (typeof said === 'object' && said !== null) return (said as { marketing?: unknown }).marketing === true
  return said === true
}

/** Of the member itself, else a fact by its way: `flown.flights`, `consent.phone`. */
function cellOf(known: Known, column: string, zone: string): unknown {
  if (column === 'memberId' || column === 'arm') return known[column]
  if (column === 'since') return localTime(known.since, zone)
  if (column.startsWith('consent.')) return agreed(known, column.slice('consent.'.length))
  const value = column
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], known.facts)
  return column === 'phone' && typeof value === 'string' ? spacedPhone(value) : value
}

/** What no member may have, such as an address, is a column all the same. */
const PROFILE = [
  ...['memberId', 'since', 'arm', 'givenName', 'familyName', 'email', 'phone', 'locale', 'timeZone', 'homeAirport'],
  ...['birthDate', 'gender', 'enrolledOn', 'companyId', 'tier', 'preferences'],
]

/** A column of nothing would be a misspelling. */
function refuseUnknown(columns: readonly string[], first: Known | undefined): void {
  const known = [...PROFILE, ...Object.keys(first?.facts ?? {})]
  const unknown = columns.find((column) => !known.includes(column.split('.')[0]!))
  if (unknown === undefined || !first) return
  const meant = nearest(unknown, known)
  const hint = meant ? `did you mean "${meant}"?` : `there are: ${[...new Set(known)].join(', ')}`
  throw new Refused(`no column is called "${unknown}"`, { code: 'unknown-column', hint })
}
