import type { WayToTell } from '../../../contract/consent.ts'
import type { SetAsideCode } from '../../../contract/index.ts'
import { moneySaid } from '../../units.ts'

type Version = { version: string }
/** A campaign, or `all`, `payments`, `sender:bounces`, `sender:complaints`. */
type Pausable = { what: string }

const because = (why: string | undefined) => (why === undefined ? '' : `: ${why}`)

/** What somebody changed, for the history: a sentence without its subject. Its names are stored, its words are not. */
export const deeds = {
  published: ({ version }: Version) => `published ${version}`,
  publishedDraft: ({ version, draft, approvedBy }: Version & { draft: string; approvedBy: string }) =>
    `published ${version}, the draft "${draft}", which ${approvedBy} approved`,
  rolledBack: ({ version }: Version) => `rolled back to ${version}`,
  askedToPublish: ({ version }: Version) => `asked to publish ${version}`,
  askedToRollBack: ({ version }: Version) => `asked to roll back to ${version}`,
  approved: ({ version, askedBy, why }: Version & { askedBy: string; why?: string | undefined }) =>
    `approved ${version}, which ${askedBy} asked for${because(why)}`,
  refused: ({ version, askedBy, why }: Version & { askedBy: string; why: string }) =>
    `refused ${version}, which ${askedBy} asked for${because(why)}`,
  shown: ({ version }: Version) => `shown ${version} to every member`,
  paused: ({ what }: Pausable) => `paused ${what}`,
  stopped: ({ what }: Pausable) => `stopped ${what}`,
  resumed: ({ what }: Pausable) => `resumed ${what}`,
  pausedForHarm: ({ campaign }: { campaign: string }) => `paused ${campaign}: it does more harm than is borne`,
  pausedForLoss: ({ campaign }: { campaign: string }) => `paused ${campaign}: it loses money, beyond chance`,
  pausedPayments: ({ perHourMinor, currency }: { perHourMinor: number; currency: string }) =>
    `paused payments: more than ${moneySaid(perHourMinor, currency)} would be paid within an hour`,
  pausedSender: ({ bad, measure, mails }: { bad: number; measure: 'bounces' | 'complaints'; mails: number }) =>
    `paused the sender: ${bad} ${measure} of ${mails} mails`,
  mended: ({ key, code }: { key: string; code: SetAsideCode }) =>
    `mended the event ${key}, which was set aside as ${code}`,
  notedConsent: (said: {
    person: string
    source: WayToTell
    granted: boolean
    purpose: 'marketing' | 'service'
    channel: string
  }) =>
    `noted what member ${said.person} told by ${said.source}: ${said.granted ? 'yes' : 'no'} to ${said.purpose} by ${said.channel}`,
  erased: ({ person }: { person: string }) => `erased member ${person}`,
  merged: ({ person, into }: { person: string; into: string }) => `merged member ${person} into member ${into}`,
  timeBegan: (_: object) => 'from here on a replay drives the clock',
}
