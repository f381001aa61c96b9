import * as z from 'zod'
import { isMapping } from '../../domain/cursor.ts'
import { unpackBundle } from '../../domain/rulebook/bundle.ts'
import { type Bundle, type DocumentKind, kindOfDocument } from '../../domain/rulebook/content.ts'
import type { Settings } from '../../domain/rulebook/rulebook.ts'
import type { WorldChange } from '../../ports/index.ts'
import { type ApiContext, ok, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'

/** A setting as it is written; `usual`: nobody wrote it, and this holds. */
interface Setting {
  name: string
  value: unknown
  usual: boolean
}

interface SettingsFile {
  kind: Extract<DocumentKind, 'settings' | 'budgets' | 'targets' | 'connector' | 'model'>
  /** Where it is set. */
  file: string
  settings: Setting[]
}

/** What the live rulebook sets for everything, file by file, and who made it the live one. */
export const showSettings = route(z.object({}), async (_input, context) => {
  const rulebook = await liveRulebook(context)
  if (!rulebook) return ok({ version: null, live: null, files: [] as SettingsFile[] })
  const { version, settings } = rulebook
  const packed = await context.ports.rulebooks.read(version)
  const made = await madeLive(version, context)
  return ok({
    version,
    live: made ? { at: new Date(made.at).toISOString(), by: made.by, askedBy: made.askedBy ?? null } : null,
    files: packed ? filesOf(unpackBundle(packed), settings) : [],
  })
})

/** So far back is looked for who made it live. */
const CHANGES_LOOKED_AT = 200

async function madeLive(version: string, { ports }: ApiContext): Promise<WorldChange | undefined> {
  const { changes } = await ports.world.changes({ limit: CHANGES_LOOKED_AT })
  return changes.find(({ rulebook, madeLive }) => rulebook === version && madeLive)
}

function filesOf({ documents }: Bundle, settings: Settings): SettingsFile[] {
  return KINDS.flatMap((kind) =>
    Object.entries(documents)
      .filter(([file]) => kindOfDocument(file) === kind)
      .map(([file, document]) => ({ kind, file, settings: settingsIn(kind, document, settings) })),
  )
}

const KINDS = ['settings', 'budgets', 'targets', 'connector', 'model'] as const

function settingsIn(kind: SettingsFile['kind'], document: unknown, settings: Settings): Setting[] {
  const written = isMapping(document) ? document : {}
  if (kind === 'model' || kind === 'connector') return named(plainOf(written))
  if (kind !== 'settings') return named(written[kind] as Record<string, unknown>)
  const unwritten = Object.entries(usual(settings)).filter(([name]) => !Object.hasOwn(written, name))
  return [...named(written), ...unwritten.map(([name, value]) => ({ name, value, usual: true }))]
}

function named(values: Record<string, unknown>): Setting[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, usual: false }))
}

/** What a connector reads, what a model is for and from: not each field's mapping, nor a thousand numbers. */
function plainOf(document: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(document).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(plain)
}

/** What holds where nobody writes anything else, in the words that one would write. */
function usual({ consentFor, pauseSenderAt, openCaseMutes, disruptionMutes, delayBands, flightSuffix }: Settings) {
  return {
    consentFor,
    pauseSenderAt: { bounces: percent(pauseSenderAt.bounces), complaints: percent(pauseSenderAt.complaints) },
    openCaseMutes: hours(openCaseMutes),
    disruptionMutes: hours(disruptionMutes),
    delayBands,
    flightSuffix,
    quietHours: 'none',
    atMost: 'none',
    blackouts: 'none',
    holdout: 'none',
    channels: 'none',
    briefings: 'none',
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`
}

const HOUR_MS = 3_600_000

function hours(ms: number): string {
  const whole = ms / HOUR_MS
  return whole % 24 === 0 && whole > 24 ? `${whole / 24}d` : `${whole}h`
}
