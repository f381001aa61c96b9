import pMap from 'p-map'
import { eventAsWritten } from '../../contract/written.ts'
import { DAY } from '../../domain/calendar.ts'
import type { KeyedHash } from '../../domain/keyed-hash.ts'
import { decodeMember, encodeMember } from '../../domain/member/codec.ts'
import { foldFacts, isFactEvent } from '../../domain/member/fold/index.ts'
import type { Member } from '../../domain/member/member.ts'
import { newMember } from '../../domain/member/new.ts'
import { anonymousDoings, anonymousEvent, isKept, type KeptEvent, type Keys } from '../../domain/sample/anonymous.ts'
import { type Chosen, sampleChooser } from '../../domain/sample/choose.ts'
import { SAMPLE_DAYS, type Sample, type SampledEvent, type SampledMember } from '../../domain/sample/sample.ts'
import { ofEachStratum, stratumOf } from '../../domain/sample/strata.ts'
import type { ComplaintModel } from '../../domain/scores/complaints/linear.ts'
import { withWhatItsTextSays } from '../../domain/scores/complaints/unsorted.ts'
import type { Ports } from '../../ports/index.ts'
import { eventOf } from '../api/member-at.ts'
import { reactionsOf } from '../api/reactions.ts'
import { packSample, SAMPLE_BYTES_AT_MOST } from './packed.ts'

export interface SamplerOptions {
  ports: Pick<Ports, 'members' | 'records' | 'samples'>
  /** Of a night: with another one everybody is called something else. */
  hash: KeyedHash
  now: number
  /** By which complaints are sorted: as of {@link withWhatItsTextSays}. */
  sorting?: ComplaintModel | null | undefined
  /** How many members, about. 0: no sample is made, and the last one goes. */
  size: number
}

/** Members read at once. */
const AT_ONCE = 16
/** Of one member: more of them is a test card, or a machine. */
const EVENTS_AT_MOST = 200

/** Makes a night's sample: `see` is shown all members, then `keep` reads the history of those that were drawn. */
export function sampler({ ports, hash, now, sorting, size }: SamplerOptions) {
  const { from, keyOf } = told({ hash, now })
  const chooser = sampleChooser({ size, since: from, keyOf: (memberId) => cardOf(keyOf(memberId)) })
  return {
    see: size > 0 ? chooser.see : () => {},
    /** Gives how many members it has, and its bytes. */
    async keep(): Promise<{ members: number; bytes: number }> {
      if (size === 0) {
        await ports.samples.remove()
        return { members: 0, bytes: 0 }
      }
      const { all, chosen } = chooser.chosen()
      const lives = await pMap(
        chosen,
        async (each) => {
          const item = (await ports.members.read([each.memberId])).get(each.memberId)
          return item && lifeOf(decodeMember(item), each, { from, keyOf, sorting }, ports)
        },
        { concurrency: AT_ONCE },
      )
      const packed = packWithin(
        { from, to: now, all },
        lives.filter((life) => life !== undefined),
      )
      await ports.samples.write(packed.bytes, now)
      return { members: packed.members, bytes: packed.bytes.length }
    },
  }
}

/** All of these members, as a sample tells of them. */
export async function sampleOfAll(
  members: readonly Member[],
  { ports, hash, now, sorting }: Pick<SamplerOptions, 'hash' | 'now' | 'sorting'> & { ports: Pick<Ports, 'records'> },
): Promise<Sample> {
  const { from, keyOf } = told({ hash, now })
  const all = ofEachStratum(() => 0)
  const lives = await pMap(
    members,
    (member) => {
      const key = cardOf(keyOf(member.memberId))
      return lifeOf(member, { key, stratum: stratumOf(member, from) }, { from, keyOf, sorting }, ports)
    },
    { concurrency: AT_ONCE },
  )
  const there = lives.filter((life) => life !== undefined)
  for (const { member } of there) all[member.stratum] += 1
  return { from, to: now, all, members: there.map(({ member }) => member), events: inOrder(there) }
}

/** Since when a sample tells of members, and what it calls them. */
function told({ hash, now }: Pick<SamplerOptions, 'hash' | 'now'>) {
  return { from: now - SAMPLE_DAYS * DAY, keyOf: (id: string) => hash('sample', `${now}\n${id}`) }
}

/** As our own cards are written, whatever the airline's look like. */
function cardOf(key: string): string {
  return `S${key.toUpperCase()}`
}

interface Life {
  member: SampledMember
  events: SampledEvent[]
}

/** What was told of a member, before the sample begins and since. Undefined: they went. */
async function lifeOf(
  member: Member,
  { key: card, stratum }: Pick<Chosen, 'key' | 'stratum'>,
  { from, keyOf, sorting }: { from: number; keyOf(id: string): string } & Pick<SamplerOptions, 'sorting'>,
  { records }: Pick<Ports, 'records'>,
): Promise<Life | undefined> {
  const { memberId } = member
  if (member.erasedAt !== undefined || member.mergedInto !== undefined) return undefined
  const recorded = await records.list(memberId)
  const keys: Keys = { id: keyOf, card }
  const then: Member = { ...newMember(card), ...anonymousDoings(member, from, keys) }
  const events: SampledEvent[] = []
  for (const reaction of reactionsOf(recorded, member)) {
    const event = eventOf(memberId, reaction)
    if (!event || !isKept(event)) continue
    const told = anonymousEvent(withWhatItsTextSays(event, sorting) as KeptEvent, keys)
    if (reaction.reactedAt > from) events.push({ at: reaction.reactedAt, ...eventAsWritten(told) })
    else if (isFactEvent(told)) foldFacts(then, told)
  }
  return { member: { memberId: card, state: encodeMember(then), stratum }, events: events.slice(-EVENTS_AT_MOST) }
}

/** Of each stratum fewer, where it would be too large to be answered by the API. */
function packWithin(about: Pick<Sample, 'from' | 'to' | 'all'>, lives: readonly Life[]) {
  for (let some = [...lives]; ; some = halfOf(some)) {
    const bytes = packSample({ ...about, members: some.map(({ member }) => member), events: inOrder(some) })
    if (bytes.length <= SAMPLE_BYTES_AT_MOST) return { bytes, members: some.length }
  }
}

function inOrder(lives: readonly Life[]): SampledEvent[] {
  return lives.flatMap(({ events }) => events).sort((a, b) => a.at - b.at)
}

function halfOf(lives: readonly Life[]): Life[] {
  const strata = Map.groupBy(lives, ({ member }) => member.stratum)
  return [...strata.values()].flatMap((of) => of.slice(0, Math.floor(of.length / 2)))
}
