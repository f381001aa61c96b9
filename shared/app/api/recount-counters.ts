import { decodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import type { Receipt, WayGone } from '../../domain/receipt.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { CounterChange } from '../../ports/index.ts'
import { audienceSet, belonging, fromReceipt, isRecounted, journeySet, type Name, standing } from '../react/counted.ts'
import { addTo, type Counts } from '../react/tally.ts'
import type { ApiContext } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'

/** What a receipt counts as, in short: which counter that is says its version, which is looked for later. */
export function shortOf({ campaign, rulebook, outcome, step, gates }: Receipt): string {
  const gate = gates?.at(-1)
  return JSON.stringify({ campaign, rulebook, outcome, step, ...(gate && { gates: [{ gate: gate.gate }] }) })
}

/** Counts anew who stands where, who went which way and what kept how many, and corrects the counters of steps and audiences. */
export async function correctCounters(
  shortReceipts: Counts,
  ways: Counts,
  context: Pick<ApiContext, 'ports' | 'rulebooks' | 'now'>,
): Promise<{ count: string; was: number; is: number }[]> {
  const { ports, rulebooks } = context
  const load = remembering((version) => rulebooks.load(version).catch(() => undefined))
  const found = new Map<string, Counts>()
  const add = (names: readonly Name[], by: number) => {
    for (const { set, name } of names) {
      const counts = found.get(set) ?? {}
      found.set(set, counts)
      addTo(counts, name, by)
    }
  }
  for (const [short, times] of Object.entries(shortReceipts)) {
    const receipt = JSON.parse(short) as Receipt
    const rulebook = await load(receipt.rulebook)
    add(fromReceipt(receipt, { rulebookOf: () => rulebook }), times)
  }
  for (const [way, times] of Object.entries(ways)) {
    const [set, name] = JSON.parse(way) as WayGone
    add([{ set, name }], times)
  }
  for await (const member of everybody(ports)) {
    const versions = await Promise.all(
      member.journeys.map(async ({ rulebook }) => [rulebook, await load(rulebook)] as const),
    )
    const byVersion = new Map(versions)
    add([...standing(member, { rulebookOf: (version) => byVersion.get(version) }), ...belonging(member)], 1)
  }
  return correct(found, await liveRulebook(context), context)
}

async function correct(
  found: ReadonlyMap<string, Counts>,
  live: Rulebook | undefined,
  { ports, now }: Pick<ApiContext, 'ports' | 'now'>,
) {
  const ofLive = [
    ...(live?.campaigns.map(journeySet) ?? []),
    ...(live?.audiences.map(({ id }) => audienceSet(id)) ?? []),
  ]
  const stand = await ports.counters.read([...new Set([...found.keys(), ...ofLive])])
  const corrections = [...stand].flatMap(([set, { counts: was }]) => {
    const is = found.get(set) ?? {}
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(isRecounted)
    return names
      .map((name) => ({ set, name, was: was[name] ?? 0, is: is[name] ?? 0 }))
      .filter((each) => each.was !== each.is)
  })
  const changes = corrections.map(({ set, name, was, is }): CounterChange => ({ set, name, by: is - was }))
  if (changes.length > 0) await ports.counters.add(changes, now())
  return corrections.map(({ set, name, was, is }) => ({ count: `${set} ${name}`, was, is }))
}

async function* everybody({ members }: ApiContext['ports']): AsyncGenerator<Member> {
  let cursor: string | undefined
  do {
    const page = await members.page({ cursor, limit: 500 })
    for (const stored of page.members) yield decodeMember(stored)
    cursor = page.cursor
  } while (cursor)
}

function remembering<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const made = known.get(key) ?? make(key)
    known.set(key, made)
    return made
  }
}
