import { devNull } from 'node:os'
import type { RunInfo } from '../../shared/app/api/http.ts'
import { handleApi, refuseForeign } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import type { HttpRequest, HttpResponse } from '../../shared/app/http.ts'
import type { Went } from '../../shared/app/rounds/go-round.ts'
import { changeWorld } from '../../shared/app/world/change-world.ts'
import { asOf } from '../../shared/app/world/go-live.ts'
import { apiContext } from '../../shared/lambda/api-context.ts'
import { useClock } from '../../shared/lambda/clock.ts'
import { useHashKey } from '../../shared/lambda/keyed-hash.ts'
import { useLinkKeys } from '../../shared/lambda/links.ts'
import { sqs } from '../../shared/lambda/queues.ts'
import { tablePorts } from '../../shared/lambda/table.ts'
import {
  announcementBus,
  bus,
  type FunctionName,
  functions,
  mail,
  type QueueName,
  queues,
  queueVariable,
  table,
  type Wiring,
} from '../../shared/pipeline.ts'
import { type LocalClock, localClock } from './clock.ts'
import { localControl } from './control.ts'
import { openDataFolder } from './data-folder.ts'
import { type Gate, openGate } from './gate.ts'
import { type SpawnedParts, spawnParts } from './parts/spawn.ts'
import { type Poller, type QueueFunction, startPoller } from './pollers.ts'
import { serve } from './server.ts'

export interface RunOptions {
  /** The port of the API; the bus and the mail viewer take the next two. 0: free ones. */
  port: number
  /** Everything is kept there and gone on with after any end. Without: in memory. */
  dataDir?: string | undefined
  /** The SES identity that mails are sent from, as a stage has it; without one any sender will do. */
  mailIdentity?: string | undefined
  onError(error: unknown): void
}

export interface Run {
  info: RunInfo
  clock: LocalClock
  /** The pipeline in this process: what `bench` measures. */
  parts: SpawnedParts
  /** The last run on this data ended without saying so: what was in flight is being done again. */
  recovered: boolean
  /** Nothing was kept in the folder before. */
  isNew: boolean
  close(): Promise<void>
}

/** What is due is looked for this often while the clock on the wall goes: a member's minute need not be waited for. */
const WAKE_EVERY_MS = 5_000

/**
 * The pipeline on one machine: the same functions as in AWS, behind real queues, wired as `pipeline.ts` says. The parts
 * that stand in for AWS run in a process of their own, which ends with this one.
 */
export async function startRun({ port, dataDir, mailIdentity, onError }: RunOptions): Promise<Run> {
  const folder = openDataFolder(dataDir)
  const clock = localClock(folder.at('clock.json'))
  useClock(clock.now)
  useLinkKeys(folder.key('link-key'))
  useHashKey(folder.key('hash-key'))

  const parts = await spawnParts({
    dataDir: folder.at('parts'),
    ports: port === 0 ? {} : { events: port + 1, mail: port + 2 },
  })
  const ready = Promise.withResolvers<Answer>()
  const { url, server } = await serve(port, async (request) => (await ready.promise)(request), onError).catch(
    async (error) => {
      await parts.close()
      throw error
    },
  )
  const hangUp = async () => {
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
  try {
    return await connect({ parts, url, clock, folder, mailIdentity, onError, answerWith: ready.resolve, hangUp })
  } catch (error) {
    // What is missing in one place must not leave everything else behind, with its ports.
    await hangUp()
    await parts.close()
    throw error
  }
}

type Answer = (request: HttpRequest) => Promise<HttpResponse>

interface Started extends Pick<RunOptions, 'mailIdentity' | 'onError'> {
  parts: SpawnedParts
  url: string
  clock: LocalClock
  folder: ReturnType<typeof openDataFolder>
  /** Says how the API answers: requests wait for that. */
  answerWith(answer: Answer): void
  /** Nobody is listened to any more. */
  hangUp(): Promise<void>
}

/** The functions, behind the queues and the API. */
async function connect(started: Started): Promise<Run> {
  const { parts, url, clock, folder, mailIdentity, onError, answerWith, hangUp } = started
  await parts.setClock(clock.driven())
  const recovered = folder.begin()
  setEnvironment(parts, url, mailIdentity)
  const handlers = await loadHandlers()
  const pollers: Poller[] = []
  const gate = openGate()
  const info: RunInfo = {
    api: url,
    events: parts.endpoints.events,
    mail: parts.endpoints.mail,
    bus: bus.name,
    local: true,
  }
  const control = localControl({
    clock,
    info,
    tell: (now) => parts.setClock(now),
    atRest: gate.whileClosed,
    isQuiet: async () => pollers.every((poller) => poller.busy() === 0) && (await isDrained(parts)),
    wake,
    goRound,
    nextWakeAt: () => tablePorts().members.nextWakeAt(),
    beginAt: async (at) => {
      const what = `time began at ${new Date(at).toISOString()}`
      await changeWorld(tablePorts().world, (before) => ({ state: asOf(before, at), what }), { at, by: 'replay' })
    },
    hasHistory: async () => Object.keys(await tablePorts().tally.read()).some((key) => key.startsWith('accepted.')),
  })
  pollers.push(...startPollers(parts, handlers, gate, (bodies) => meetNewest(bodies, control.meet), onError))
  const timer = setInterval(() => {
    if (clock.driven() === undefined) Promise.all([wake(), goRound()]).catch(onError)
  }, WAKE_EVERY_MS)

  answerWith(answer)
  return {
    info,
    clock,
    parts,
    recovered,
    isNew: folder.isNew,
    async close() {
      clearInterval(timer)
      await hangUp()
      await Promise.all(pollers.map((poller) => poller.stop()))
      await parts.close()
      folder.end()
    },
  }

  async function wake(): Promise<void> {
    await gate.pass(() => handlers.wake({}, {}))
  }

  async function goRound(): Promise<Went> {
    return (await gate.pass(() => handlers.rounds({}, {}))) as Went
  }

  /**
   * Who may call the API is this machine. The pages behind mails are everybody's, as in AWS: the signed token in their
   * path is what authorises, and their own buttons come with `Origin: null`, because the pages tell nobody where they are.
   */
  async function answer(request: HttpRequest): Promise<HttpResponse> {
    if (/^\/[ou]\//.test(request.path)) return asGateway(handlers.links, request)
    return refuseForeign(request) ?? handleApi(request, { ...apiContext(), identify: bySaying, local: control })
  }
}

type Handler = (event: unknown, context: unknown) => Promise<unknown>

/** The functions read their environment when they are loaded: here it is set before. */
async function loadHandlers(): Promise<Record<FunctionName, Handler>> {
  const names = Object.keys(functions) as FunctionName[]
  const loaded = await Promise.all(
    names.map(async (name) => [name, (await import(`../../functions/${functions[name].file}.ts`)).handler]),
  )
  return Object.fromEntries(loaded) as Record<FunctionName, Handler>
}

function startPollers(
  parts: SpawnedParts,
  handlers: Record<FunctionName, Handler>,
  gate: Gate,
  before: (bodies: readonly string[]) => Promise<void>,
  onError: (error: unknown) => void,
): Poller[] {
  return Object.entries(functions as Record<string, Wiring>).flatMap(([name, { on }]) => {
    if (!('queue' in on)) return []
    const work = handlers[name as FunctionName] as QueueFunction
    const handler: QueueFunction = (event, context) => gate.pass(() => work(event, context))
    const fromBus = 'rule' in queues[on.queue]
    return [
      startPoller(sqs(), {
        url: parts.queueUrls[on.queue],
        batchSize: on.batchSize,
        handler,
        onError,
        ...(fromBus && { before }),
      }),
    ]
  })
}

/** Tells the clock of the newest of the airline's events in a batch. */
async function meetNewest(bodies: readonly string[], meet: (instant: number) => Promise<void>): Promise<void> {
  const instants = bodies.map((body) => {
    const { source, detail } = JSON.parse(body)
    return String(source).startsWith('airline.') ? Date.parse(detail?.occurredAt) : Number.NaN
  })
  const newest = Math.max(...instants.filter(Number.isFinite))
  if (Number.isFinite(newest)) await meet(newest)
}

/** What would lead the SDK to AWS itself goes: profiles, credentials, endpoints, whatever the terminal was set to. */
function setEnvironment(parts: SpawnedParts, api: string, mailIdentity: string | undefined): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  delete process.env.MAIL_IDENTITY
  const { dynamodb, sqs, events, mail: mails } = parts.endpoints
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    TABLE_NAME: table.name,
    BUS_NAME: announcementBus.name,
    CONFIGURATION_SET: mail.configurationSet,
    // A queue delays by the clock on the wall, which a replay does not wait for.
    SENT_WAITS_SECONDS: '0',
    LINK_BASE_URL: api,
    ...(mailIdentity !== undefined && { MAIL_IDENTITY: mailIdentity }),
    LOCAL_ACCESS_KEY_ID: parts.credentials.accessKeyId,
    ENDPOINT_DYNAMODB: dynamodb,
    ENDPOINT_SQS: sqs,
    ENDPOINT_EVENTS: events,
    ENDPOINT_MAIL: mails,
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'ERROR',
  })
  for (const [name, url] of Object.entries(parts.queueUrls)) process.env[queueVariable(name as QueueName)] = url
}

async function isDrained(parts: SpawnedParts): Promise<boolean> {
  const depths = Object.values(await parts.depths())
  return depths.every(({ waiting, inFlight, delayed }) => waiting + inFlight + delayed === 0)
}

/** The public function as API Gateway would call it. */
async function asGateway(handler: Handler, request: HttpRequest): Promise<HttpResponse> {
  const result = (await handler(
    {
      rawPath: request.path,
      headers: request.headers,
      queryStringParameters: request.query,
      body: Buffer.from(request.body).toString('base64'),
      isBase64Encoded: true,
      requestContext: { http: { method: request.method } },
    },
    {},
  )) as { statusCode: number; headers: Record<string, string>; body: string }
  return { status: result.statusCode, headers: result.headers, body: result.body }
}
