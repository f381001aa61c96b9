import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import { type Facts, factsOf } from '../../shared/domain/member/facts.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { majorText } from '../../shared/standards/money.ts'
import { envelope } from './events.ts'

/** The example rulebook, whose mails say nothing. */
export async function exampleRulebook(): Promise<Rulebook> {
  const { files } = await readRulebookFolder('campaigns')
  const loaded = await loadRulebook(files, async () => ({
    ok: true,
    template: { subject: 'about', html: 'a mail {{ unsubscribeUrl }}', text: 'a mail {{ unsubscribeUrl }}' },
  }))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.rulebook
}

/** An airline on the whole pipeline in memory, and what its members and its people get of it. */
export interface WholeAirline {
  ports: MemoryPorts
  /** Puts an event on the bus, at its `occurredAt`, and waits until all is done. The clock does not go back. */
  tell(type: string, detail: Told, source?: string): Promise<void>
  /** Lets time pass, with all that is due in between. */
  until(when: string): Promise<void>
  /** What stands in the ledger: `600.00 EUR`. */
  paid(card: string): Promise<string[]>
  /** What people are asked to see to: its details. `wingback`: what is about no member. */
  tasks(card: string): Promise<string[]>
  /** The campaigns whose mails came, and when (UTC). */
  mails(card: string): string[]
  facts(card: string): Promise<Facts>
  counts(): Promise<Record<string, number>>
  setAside(): Promise<string[]>
}

type Told = { id: string; occurredAt: string } & Record<string, unknown>

export async function wholeAirline(rulebook: Rulebook, begins: string): Promise<WholeAirline> {
  const clock = { now: Date.parse(begins) }
  const ports = createMemoryPorts({ now: () => clock.now })
  const pipeline = memoryPipeline({ ports, rulebooks: { load: async () => rulebook, get: () => rulebook }, clock })
  await publishTo(ports, rulebook, clock.now)
  const member = async (card: string) => {
    const stored = (await ports.members.read([card])).get(card)
    if (!stored) throw new Error(`nobody has the card ${card}`)
    return decodeMember(stored)
  }
  return {
    ports,
    async tell(type, detail, source) {
      await pipeline.advanceTo(Math.max(clock.now, Date.parse(detail.occurredAt)))
      await pipeline.put(envelope(type, detail, source))
      await pipeline.settle()
    },
    until: (when) => pipeline.advanceTo(Date.parse(when)),
    paid: async (card) =>
      (await ports.ledger.grants([card]))
        .filter(({ state }) => state === 'granted')
        .map(({ amount, currency }) => `${majorText(amount, currency!)} ${currency}`),
    tasks: async (card) => (await ports.tasks.list(card)).map(({ detail }) => detail),
    mails: (card) =>
      ports.mailer.mails
        .filter(({ mail }) => mail.to === `${card.toLowerCase()}@example.com`)
        .map(({ at, mail }) => `${mail.tags.campaign} ${new Date(at).toISOString().slice(5, 16)}`),
    facts: async (card) => factsOf(await member(card), clock.now, calendarOf(rulebook.settings.zone)),
    counts: () => ports.tally.read(),
    setAside: async () =>
      (await ports.setAsides.list({ limit: 100 })).entries.map(({ fault }) => `${fault.code} ${fault.path ?? ''}`),
  }
}
