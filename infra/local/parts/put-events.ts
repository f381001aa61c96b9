import { awsError } from './aws-error.ts'

/** The checks of `PutEvents` for a call and each of its entries, in AWS's words. Nothing here knows of Wingback. */

export interface Entry {
  source: string
  type: string
  /** A JSON object, as the text that the producer wrote. */
  detail: string
  resources: string[]
  /** Epoch ms, if the producer gave one. */
  time?: number | undefined
  /** The bus's name; `default` if none is given. */
  bus: string
}

export interface EntryError {
  ErrorCode: string
  ErrorMessage: string
}

const ENTRIES_AT_MOST = 10
const BYTES_AT_MOST = 1024 * 1024
const DEPTH_AT_MOST = 1_000
const TYPE_LENGTH_AT_MOST = 128
/** What EventBridge counts for a time. */
const TIME_BYTES = 14
const BUS_NAME = /^(?:arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?([.\-_A-Za-z0-9]{1,256})$/

/** Reads a call's body. Throws `AwsError` if AWS rejects the whole call. */
export function readCall(body: unknown): (Entry | EntryError)[] {
  const entries = Object(body).Entries
  if (entries === undefined)
    throw invalid("Value null at 'entries' failed to satisfy constraint: Member must not be null")
  if (!Array.isArray(entries) || !entries.every(isRecord)) throw wrongShape()
  if (entries.length === 0) throw invalid(lengthMessage('greater than or equal to 1'))
  if (entries.length > ENTRIES_AT_MOST) throw invalid(lengthMessage(`less than or equal to ${ENTRIES_AT_MOST}`))
  for (const entry of entries) if (!isWellTyped(entry)) throw wrongShape()
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > BYTES_AT_MOST)
    throw awsError('ValidationException', 'Total size of the entries in the request is over the limit.')
  return entries.map(readEntry)
}

function readEntry(entry: Record<string, unknown>): Entry | EntryError {
  const { Source: source, DetailType: type, Detail: detail, EventBusName: bus } = entry as Fields
  if (!source) return missing('Source')
  if (source.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' }
  if (!type) return missing('DetailType')
  if (type.length > TYPE_LENGTH_AT_MOST)
    return notValid('DetailType', `DetailType must be at most ${TYPE_LENGTH_AT_MOST} characters long.`)
  if (!detail) return missing('Detail')
  if (!isJsonObject(detail)) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
  const time = timeOf(entry.Time)
  if (time === 'invalid') return notValid('Time', 'Time is out of range.')
  const name = BUS_NAME.exec(bus ?? 'default')?.[1]
  if (!name) return notValid('EventBusName', 'EventBusName does not match the pattern.')
  return { source, type, detail, resources: (entry.Resources as string[] | undefined) ?? [], time, bus: name }
}

type Fields = Partial<Record<'Source' | 'DetailType' | 'Detail' | 'EventBusName', string>>

function isWellTyped(entry: Record<string, unknown>): boolean {
  const { Resources: resources = [] } = entry
  const texts = [entry.Source, entry.DetailType, entry.Detail, entry.EventBusName]
  return (
    texts.every((text) => text == null || typeof text === 'string') &&
    Array.isArray(resources) &&
    resources.every((each) => typeof each === 'string')
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** As EventBridge counts it: time, source, type, detail and resources, in UTF-8. */
function sizeOf(entry: Record<string, unknown>): number {
  const { Source = '', DetailType = '', Detail = '' } = entry as Fields
  const texts = [Source, DetailType, Detail, ...((entry.Resources as string[] | undefined) ?? [])]
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0)
  return bytes + (entry.Time === undefined ? 0 : TIME_BYTES)
}

/** SDKs send seconds; a person with curl may write ISO 8601. */
function timeOf(given: unknown): number | undefined | 'invalid' {
  if (given == null) return undefined
  const ms = typeof given === 'number' ? given * 1000 : Date.parse(String(given))
  return Number.isNaN(new Date(ms).getTime()) ? 'invalid' : ms
}

function isJsonObject(text: string): boolean {
  try {
    const value = JSON.parse(text)
    return isRecord(value) && !isTooDeep(value)
  } catch {
    return false
  }
}

/** EventBridge limits the nesting of JSON; without a limit, a later reader would run out of stack. */
function isTooDeep(value: object): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth < DEPTH_AT_MOST && level.length > 0; depth++)
    level = level.flatMap((each) => (each !== null && typeof each === 'object' ? Object.values(each) : []))
  return level.length > 0
}

function missing(field: string): EntryError {
  return notValid(field, `${field} is a required argument.`)
}

function notValid(field: string, reason: string): EntryError {
  return { ErrorCode: 'InvalidArgument', ErrorMessage: `Parameter ${field} is not valid. Reason: ${reason}` }
}

function lengthMessage(bound: string): string {
  return `Value at 'entries' failed to satisfy constraint: Member must have length ${bound}`
}

function invalid(message: string): Error {
  return awsError('ValidationException', `1 validation error detected: ${message}`)
}

function wrongShape(): Error {
  return awsError('SerializationException', 'The request does not have the form of PutEvents')
}
