import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge'
import { type Run, startRun } from '../../infra/local/run.ts'
import type { Explanation } from '../../shared/app/api/explain.ts'
import type { RunInfo } from '../../shared/app/api/http.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { bus } from '../../shared/pipeline.ts'
import type { SetAside } from '../../shared/ports/index.ts'

/** The pipeline as an airline and an operator see it: by the bus, the API, the command and the mail viewer. */

const root = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

export interface Mail {
  messageId: string
  destination: { to: string[] }
  subject: string
  body: { html: string; text: string }
  headers: { name: string; value: string }[]
  /** Shown beside the mails: a message over another channel. */
  isMessage?: true
  /** SES's message tags. */
  tags: Record<string, string>
  /** Epoch seconds. */
  at: number
}

export interface Status {
  members: number
  events: { accepted: number; duplicates: number; setAside: number; byType: Record<string, number> }
  actions: Record<
    'email' | 'message' | 'upgradeOffer' | 'compensation' | 'serviceTask' | 'entitlement',
    Record<string, number>
  >
  queues: Record<string, { waiting: number; inFlight: number; dead: number }>
  pending: number
  unknown: number
  clock: { now: string }
  paused: Record<string, { by: string }>
}

/** A member as `export` gives it; what the tests look at of it. */
export interface Portrait {
  memberId: string
  facts: Record<string, unknown> & { email?: string; locale?: string; timeZone?: string; flown: { flights: number } }
  wingback: {
    audiences: Record<string, string>
    journeys: { campaign: string; key: string; heldOut: boolean }[]
    pending: { actionId: string; state: string }[]
    mails: { actionId: string; campaign: string; class: string; sentAt: string; tags?: string[] }[]
    offers: { offerId: string; acceptedAt?: string | null }[]
    compensations: { cause: string; amount: number }[]
    suppressions: { why: string }[]
  }
}

export interface Sent {
  type: string
  detail: object
  source?: string | undefined
}

export type Pipeline = ReturnType<typeof pipelineAt>

export function pipelineAt({ api, events, mail }: Pick<RunInfo, 'api' | 'events' | 'mail'>) {
  const client = new EventBridgeClient({
    endpoint: events,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

  return {
    api,
    call,
    command,
    /** Puts events on the bus, ten a call; gives the entries' answers. */
    async put(sent: readonly Sent[]): Promise<PutEventsResultEntry[]> {
      const answers: PutEventsResultEntry[] = []
      for (let at = 0; at < sent.length; at += 10) {
        const { Entries = [] } = await client.send(
          new PutEventsCommand({ Entries: sent.slice(at, at + 10).map(entryOf) }),
        )
        answers.push(...Entries)
      }
      return answers
    },
    /** Waits until nothing is queued, in flight or due. */
    async drain(): Promise<void> {
      for (let quiet = false; !quiet; ) ({ quiet } = await call<{ quiet: boolean }>('POST', '/v1/drain', {}))
    },
    begin: (iso: string) => call('POST', '/v1/clock', { begin: Date.parse(iso) }),
    async moveTo(iso: string): Promise<void> {
      for (let reached = false; !reached; )
        ({ reached } = await call<{ reached: boolean }>('POST', '/v1/clock', { to: Date.parse(iso) }))
    },
    status: () => call<Status>('GET', '/v1/status'),
    member: (id: string) =>
      call<Portrait & { mergedInto: string | null; erased: boolean; timeline: { type: string; id: string }[] }>(
        'GET',
        `/v1/members/${id}`,
      ),
    async explain(id: string): Promise<Explanation[]> {
      return (await call<{ explanations: Explanation[] }>('GET', `/v1/members/${id}/explain`)).explanations
    },
    /** Everybody, by id. */
    async everybody(): Promise<Map<string, Portrait>> {
      const all = await pages<{ members: Portrait[] }, Portrait>('/v1/members', ({ members }) => members)
      return new Map(all.map((each) => [each.memberId, each]))
    },
    setAsides: () => pages<{ entries: SetAside[] }, SetAside>('/v1/set-asides', ({ entries }) => entries),
    /** What Wingback has put on the bus, oldest first. */
    async announcements(): Promise<{ type: string; detail: Record<string, unknown> }[]> {
      const response = await fetch(`${events}/announcements`)
      const { announcements } = (await response.json()) as {
        announcements: { 'detail-type': string; detail: Record<string, unknown> }[]
      }
      return announcements.map(({ 'detail-type': type, detail }) => ({ type, detail }))
    },
    async mails(): Promise<Mail[]> {
      const response = await fetch(`${mail}/store`)
      return ((await response.json()) as { emails: Mail[] }).emails
    },
    publish,
    close: () => client.destroy(),
  }

  /** All of a list, page by page. */
  async function pages<P, T>(path: string, itemsOf: (page: P) => readonly T[]): Promise<T[]> {
    const all: T[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page: P & { cursor: string | null } = await call('GET', `${path}?limit=100${from}`)
      all.push(...itemsOf(page))
      cursor = page.cursor
    }
    return all
  }

  async function call<T>(method: string, path: string, body?: object | Uint8Array): Promise<T> {
    const bytes = body === undefined || body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body))
    const response = await fetch(api + path, {
      method,
      ...(bytes && {
        body: Buffer.from(bytes),
        headers: { 'content-type': bytes === body ? 'application/gzip' : 'application/json' },
      }),
    })
    const answer = (await response.json()) as T
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
    return answer
  }

  /** Checks, builds and publishes a rulebook's files; where it waits for a second person, that one agrees. */
  async function publish(files: Readonly<Record<string, string>>): Promise<string> {
    const loaded = await loadRulebook(files, templateBuilder(files))
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const asked = packBundle(loaded.bundle)
    const { version, waits } = await call<{ version: string; waits: boolean }>('PUT', '/v1/rulebooks', asked)
    const agreed = { decision: 'approve', by: 'a second person' }
    if (waits) await call('POST', `/v1/rulebooks/approvals/${version}`, agreed)
    return version
  }

  /** The command `wingback`, in a process of its own; gives what it prints. */
  async function command(...args: string[]): Promise<string> {
    const env = { ...process.env, WINGBACK_URL: api }
    const { stdout } = await run(process.execPath, ['cli/main.ts', ...args], {
      cwd: root,
      env,
      maxBuffer: 64 * 1024 ** 2,
    })
    return stdout
  }
}

function entryOf({ type, detail, source = 'airline.test' }: Sent): PutEventsRequestEntry {
  return { EventBusName: bus.name, Source: source, DetailType: type, Detail: JSON.stringify(detail) }
}

/** A run in this process, whose parts tests can disturb. What it reports as an error is kept. */
export async function openRun(): Promise<Pipeline & { run: Run; errors: unknown[]; end(): Promise<void> }> {
  const errors: unknown[] = []
  const run = await startRun({ port: 0, onError: (error) => errors.push(error) })
  const pipeline = pipelineAt(run.info)
  return {
    ...pipeline,
    run,
    errors,
    async end() {
      pipeline.close()
      await run.close()
    },
  }
}

/** `npm start` in a process of its own: resolves when it says that it is ready. */
export async function startProcess(
  ...args: string[]
): Promise<Pipeline & { process: ChildProcess; exited: Promise<unknown>; printed(): string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ['infra/local/start.ts', '--json', '--port', '0', ...args], {
    cwd: root,
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => printed.push(bytes))
  child.stderr.pipe(process.stderr)
  const exited = once(child, 'exit')
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line') as Promise<[string]>,
    exited.then(() => Promise.reject(new Error('npm start ended before it was ready'))),
  ])
  const pipeline = pipelineAt(JSON.parse(line))
  return {
    ...pipeline,
    process: child,
    exited,
    /** All that it has said, on either stream. */
    printed: () => Buffer.concat(printed).toString(),
    /** As `kill -9` does. */
    async kill() {
      pipeline.close()
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** The process of what stands in for AWS. */
export async function partsOf({ process: { pid } }: { process: ChildProcess }): Promise<number> {
  return Number((await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ')[0])
}
