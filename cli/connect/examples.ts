import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type * as z from 'zod'
import { type KnownThings, knownSchema } from '../../shared/app/connect/examples/known.ts'
import {
  type Expected,
  type MessageExample,
  type Played,
  playExamples,
} from '../../shared/app/connect/examples/play.ts'
import { readSource } from '../../shared/domain/rulebook/source.ts'
import type { Saying } from '../../shared/domain/texts/saying.ts'
import { jsonOf } from '../../shared/standards/json.ts'
import { Refused } from '../errors.ts'
import type { LoadedMappings } from './load.ts'

/** The expected events of a message are in a file beside it: `late.xml` and `late.xml.json`. */
const EXPECTED = '.json'
const KNOWN = 'known.yaml'

export interface TestedConnector {
  connector: string
  played: Played[]
}

/**
 * Plays the examples of each mapping: each message in `connectors/examples/<name>/` by itself; those in a subfolder one
 * after the other, as the life of one flight.
 */
export async function testConnectors({ connectors, airline, dir }: LoadedMappings): Promise<TestedConnector[]> {
  const tested: TestedConnector[] = []
  for (const connector of Object.values(connectors)) {
    const folder = join(dir, 'connectors', 'examples', connector.name)
    const known = await knownIn(folder)
    const played: Played[] = []
    const { alone, stories } = await messagesIn(folder)
    for (const group of [...alone.map((each) => [each]), ...stories]) {
      const examples = await Promise.all(group.map((path) => readExample(path, known)))
      played.push(...(await playExamples(examples, connector, airline, known)))
    }
    tested.push({ connector: connector.name, played })
  }
  return tested
}

/** What is known besides the messages in a folder. Throws {@link Refused} if its file is invalid. */
export async function knownIn(folder: string): Promise<KnownThings> {
  return readKnown(join(folder, KNOWN), false)
}

export async function readKnown(path: string, isRequired = true): Promise<KnownThings> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (isRequired) throw unreadable(path, error)
    return undefined
  })
  if (text === undefined) return {}
  const { value, findings } = readSource(path, text)
  const read = knownSchema.safeParse(value)
  const fault =
    findings[0]?.message ??
    read.error?.issues.map((issue) => `${issue.path.join('.')}: ${keyIssueOf(issue)?.message ?? issue.message}`)[0]
  if (!read.success || fault !== undefined)
    throw new Refused(({ connect }) => connect.badKnown(path, String(fault)), { code: 'bad-known' })
  return read.data
}

/** What is wrong with a key, of which zod itself says only that it is wrong. */
function keyIssueOf(issue: z.core.$ZodIssue): z.core.$ZodIssue | undefined {
  return issue.code === 'invalid_key' ? issue.issues[0] : undefined
}

/** When a message arrived, according to `known.yaml`. */
export function receivedAt(path: string, { receivedAt: times = {} }: KnownThings): number {
  return times[basename(path)] ?? times['*'] ?? Date.now()
}

async function messagesIn(folder: string): Promise<{ alone: string[]; stories: string[][] }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const alone = entries.filter((each) => each.isFile()).map(({ name }) => join(folder, name))
  const stories = entries
    .filter((each) => each.isDirectory())
    .map(async ({ name }) => {
      const inner = await readdir(join(folder, name), { withFileTypes: true })
      return inner.filter((each) => each.isFile()).map((each) => join(folder, name, each.name))
    })
  return { alone: withExpected(alone), stories: (await Promise.all(stories)).map(withExpected) }
}

/** The files that have expected events beside them. */
function withExpected(paths: readonly string[]): string[] {
  return paths.filter((path) => paths.includes(`${path}${EXPECTED}`)).sort()
}

async function readExample(path: string, known: KnownThings): Promise<MessageExample> {
  const expected = jsonOf(await readFile(`${path}${EXPECTED}`, 'utf8'))
  if (!Array.isArray(expected)) {
    const hint: Saying = ({ connect }) => connect.arrayHint
    throw new Refused(({ connect }) => connect.notAnArray(`${path}${EXPECTED}`), { code: 'bad-example', hint })
  }
  return {
    file: path,
    bytes: await readFile(path),
    receivedAt: receivedAt(path, known),
    expected: expected as Expected[],
  }
}

export function unreadable(path: string, { code = 'unknown' }: NodeJS.ErrnoException): Refused {
  return new Refused(({ connect }) => connect.unreadable(path, code), { code: 'unreadable-file' })
}
