import { mkdtempSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createZendesk } from '../../shared/adapters/zendesk.ts'
import { throughConsole } from '../../shared/app/api/console-door.ts'
import type { RunInfo } from '../../shared/app/api/http.ts'
import { handleApi, refuseForeign } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import type { HttpRequest, HttpResponse } from '../../shared/app/http.ts'
import type { Went } from '../../shared/app/rounds/go-round.ts'
import { changeWorld } from '../../shared/app/world/change-world.ts'
import { asOf } from '../../shared/app/world/go-live.ts'
import { DAY } from '../../shared/domain/calendar.ts'
import { PICTURES } from '../../shared/domain/pictures/picture.ts'
import { apiContext } from '../../shared/lambda/api-context.ts'
import { useClock } from '../../shared/lambda/clock.ts'
import { rawPort } from '../../shared/lambda/connect.ts'
import { useConnectorKeys } from '../../shared/lambda/connector-keys.ts'
import { useHelpDesk } from '../../shared/lambda/help-desk.ts'
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
  pictureStore,
  type QueueName,
  queues,
  queueVariable,
  rawStore,
  table,
  type Wiring,
} from '../../shared/pipeline.ts'
import { type LocalClock, localClock } from './clock.ts'
import { consolePages, isForPages } from './console/pages.ts'
import { asMadeUp, madeUpWays } from './console/people.ts'
import { pictureOf, showPicture } from './console/pictures.ts'
import { localControl } from './control.ts'
import { openDataFolder } from './data-folder.ts'
import { type Drop, openDrop } from './drop.ts'
import { type Gate, openGate } from './gate.ts'
import { type SpawnedParts, spawnParts } from './parts/spawn.ts'
import { type Poller, type QueueFunction, startPoller } from './pollers.ts'
import { type Answer, type LocalResponse, serve } from './server.ts'

export interface RunOptions {
  /** The port of the API; the bus and the mail viewer take the next two. 0: free ones. */
  port: number
  /** Everything is stored there, and continued however the run ended. If absent: in memory. */
  dataDir?: string | undefined
  /** The SES identity of a stage, from which emails are sent. If absent, any sender is allowed. */
  mailIdentity?: string | undefined
  onError(error: unknown): void
}

export interface Run {
  info: RunInfo
  clock: LocalClock
  /** The parts' process, for `bench`. */
  parts: SpawnedParts
  /** The last run on this data did not end cleanly: what was in flight is done again. */
  recovered: boolean
  /** Does what the last run left undone; after a while the rest goes on by itself. */
  catchUp(): Promise<void>
  /** The folder for files of other systems, one per connector; and the key with which they sign over HTTP. */
  drop: Drop
  connectorKey: string
  /** The folder was empty. */
  isNew: boolean
  /** Starts building the console, unless it is built. Otherwise the first visitor waits for it. */
  buildConsole(): Promise<void>
  /** Does what is done each night: counts results again, and draws the sample for rehearsals. */
  goThroughNight(): Promise<void>
  close(): Promise<void>
}

/** How often due work is looked for while the system clock is used, so that nobody waits a whole minute. */
const WAKE_EVERY_MS = 5_000

/** The start waits so long for what an earlier run left undone. */
const CATCH_UP_AT_MOST_MS = 20_000

/**
 * The pipeline on one machine: the same functions as in AWS, behind real queues, wired as `pipeline.ts` says. The parts that
 * stand for AWS run in a process of their own, which ends with this one.
 */
export async function startRun({ port, dataDir, mailIdentity, onError }: RunOptions): Promise<Run> {
  const folder = openDataFolder(dataDir)
  const clock = localClock(folder.at('clock.json'))
  useClock(clock.now)
  useLinkKeys(folder.key('link-key'))
  useHashKey(folder.key('hash-key'))
  const connectorKey = folder.key('connector-key')
  useConnectorKeys(connectorKey)

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
    const answerWith = ready.resolve
    return await connect({ parts, url, clock, folder, connectorKey, mailIdentity, onError, answerWith, hangUp })
  } catch (error) {
    // A missing part must not leave everything else running, with its ports.
    await hangUp()
    await parts.close()
    throw error
  }
}

interface Started extends Pick<RunOptions, 'mailIdentity' | 'onError'> {
  parts: SpawnedParts
  url: string
  clock: LocalClock
  folder: ReturnType<typeof openDataFolder>
  connectorKey: string
  /** Sets how the API answers; requests wait for that. */
  answerWith(answer: Answer): void
  /** Stops listening. */
  hangUp(): Promise<void>
}

/** The functions, behind the queues and the API. */
async function connect(started: Started): Promise<Run> {
  const { parts, url, clock, folder, connectorKey, mailIdentity, onError, answerWith, hangUp } = started
  await parts.setClock(clock.driven())
  const recovered = folder.begin()
  setEnvironment(parts, url, mailIdentity)
  useHelpDesk(createZendesk(async () => ({ address: parts.endpoints.helpDesk, login: 'wingback/token:local' })))
  const handlers = await loadHandlers()
  const pollers: Poller[] = []
  const pages = consolePages()
  const gate = openGate()
  const drop = openDrop(folder.at('drop') ?? mkdtempSync(join(tmpdir(), 'wingback-drop-')), rawPort, onError)

  const info: RunInfo = {
    drop: drop.folder,
    inbox: parts.queueUrls.inbox,
    console: `${url}/`,
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
      const what = { is: 'timeBegan' } as const
      await changeWorld(tablePorts().world, (before) => ({ state: asOf(before, at), what }), { at, by: 'replay' })
    },
    hasHistory: async () => Object.keys(await tablePorts().tally.read()).some((key) => key.startsWith('accepted.')),
  })
  pollers.push(...startPollers(parts, handlers, gate, (bodies) => meetNewest(bodies, control.meet), onError))
  const timer = setInterval(() => {
    if (clock.driven() === undefined) Promise.all([wake(), goRound()]).catch(onError)
  }, WAKE_EVERY_MS)

  const nights = setInterval(() => void goThroughNight().catch(onError), DAY)

  answerWith(answer)
  return {
    drop,
    connectorKey,
    info,
    clock,
    parts,
    recovered,
    catchUp: () => control.catchUp(CATCH_UP_AT_MOST_MS),
    isNew: folder.isNew,
    buildConsole: pages.build,
    goThroughNight,
    async close() {
      clearInterval(timer)
      clearInterval(nights)
      drop.close()
      pages.close()
      await hangUp()
      await Promise.all(pollers.map((poller) => poller.stop()))
      await parts.close()
      folder.end()
    },
  }

  async function wake(): Promise<void> {
    await gate.pass(() => handlers.wake({}, {}))
  }

  async function goThroughNight(): Promise<void> {
    await gate.pass(() => handlers.measure({}, {}))
    await gate.pass(() => handlers['fit-scores']({}, {}))
  }

  async function goRound(): Promise<Went> {
    return (await gate.pass(() => handlers.rounds({}, {}))) as Went
  }

  /**
   * The API is for this machine. The pages behind emails are public, as in AWS: the signed token in their path authorises
   * them, and their own buttons send `Origin: null`, because the pages have no referrer.
   */
  async function answer(request: HttpRequest): Promise<LocalResponse> {
    if (/^\/[ou]\//.test(request.path)) return asGateway(handlers.links, request)
    if (request.path.startsWith('/in/')) return asGateway(handlers.receive, request)
    const foreign = refuseForeign(request)
    if (foreign) return foreign
    const context = { ...apiContext(), local: control }
    const fromConsole = throughConsole(request)
    if (fromConsole) return handleApi(fromConsole, { ...context, identify: asMadeUp(request), people: madeUpWays })
    const picture = pictureOf(request)
    if (picture !== undefined) return showPicture(picture, parts.endpoints.store)
    if (isForPages(request)) return pages.answer(request)
    return handleApi(request, { ...context, identify: bySaying })
  }
}

type Handler = (event: unknown, context: unknown) => Promise<unknown>

/** The functions read their environment when they are loaded, so it is set before. */
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

/** Tells the clock the time of the newest airline event in a batch. */
async function meetNewest(bodies: readonly string[], meet: (instant: number) => Promise<void>): Promise<void> {
  const instants = bodies.map((body) => {
    const { source, detail } = JSON.parse(body)
    return String(source).startsWith('airline.') ? Date.parse(detail?.occurredAt) : Number.NaN
  })
  const newest = Math.max(...instants.filter(Number.isFinite))
  if (Number.isFinite(newest)) await meet(newest)
}

/**
 * Removes everything that would lead the SDK to AWS itself: profiles, credentials, endpoints, whatever the terminal has set.
 */
function setEnvironment(parts: SpawnedParts, api: string, mailIdentity: string | undefined): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  delete process.env.MAIL_IDENTITY
  const { dynamodb, sqs, events, mail: mails, store } = parts.endpoints
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    TABLE_NAME: table.name,
    BUS_NAME: announcementBus.name,
    CONFIGURATION_SET: mail.configurationSet,
    // A queue delays by the system clock, which a replay does not wait for.
    SENT_WAITS_SECONDS: '0',
    SAMPLE_MEMBERS: '2000',
    LINK_BASE_URL: api,
    PAGES_BASE_URL: `${api}/`,
    ...(mailIdentity !== undefined && { MAIL_IDENTITY: mailIdentity }),
    LOCAL_ACCESS_KEY_ID: parts.credentials.accessKeyId,
    ENDPOINT_DYNAMODB: dynamodb,
    ENDPOINT_SQS: sqs,
    ENDPOINT_EVENTS: events,
    ENDPOINT_MAIL: mails,
    ENDPOINT_STORE: store,
    RAW_BUCKET: rawStore.bucket,
    PICTURES_BUCKET: pictureStore.bucket,
    PICTURES_BASE_URL: `${api}/${PICTURES}/`,
    AIRLINE_BUS_NAME: bus.name,
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'ERROR',
  })
  for (const [name, url] of Object.entries(parts.queueUrls)) process.env[queueVariable(name as QueueName)] = url
}

async function isDrained(parts: SpawnedParts): Promise<boolean> {
  const depths = Object.values(await parts.depths())
  return depths.every(({ waiting, inFlight, delayed }) => waiting + inFlight + delayed === 0)
}

/** The public function, called as by API Gateway. */
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
