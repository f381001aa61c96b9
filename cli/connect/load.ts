import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type LoadedConnectors, loadConnectors } from '../../shared/domain/rulebook/connectors-alone.ts'
import { kindOfDocument } from '../../shared/domain/rulebook/content.ts'
import type { Saying } from '../../shared/domain/texts/saying.ts'
import { decode } from '../../shared/standards/encoding.ts'
import { Refused } from '../errors.ts'

export interface LoadedMappings extends LoadedConnectors {
  /** The rulebook's folder. */
  dir: string
}

const HINT: Saying = ({ connect }) => connect.hint

/** A mapping by its file, or all mappings of a rulebook by its folder. Throws {@link Refused} if there is none. */
export async function loadMappings(path: string): Promise<LoadedMappings> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Refused(({ connect }) => connect.isAbsent(path), { code: 'no-mapping', hint: HINT })
  const dir = found.isDirectory() ? path : dirname(dirname(resolve(path)))
  const files = await filesOf(dir)
  const only = found.isDirectory() ? undefined : `connectors/${basename(path)}`
  if (only !== undefined && !Object.hasOwn(files, only))
    throw new Refused(({ connect }) => connect.noMapping(path), { code: 'no-mapping', hint: HINT })
  const loaded = loadConnectors(Object.fromEntries(Object.entries(files).filter(([file]) => isWanted(file, only))))
  if (Object.keys(loaded.connectors).length === 0 && loaded.problems.length === 0)
    throw new Refused(({ connect }) => connect.noMappings(dir), { code: 'no-mapping', hint: HINT })
  return { ...loaded, dir: relative('', dir) || '.' }
}

/** The mapping in a file; for a rulebook's folder, its first. Throws {@link Refused} if it has problems. */
export async function loadMapping(path: string) {
  const { connectors, airline, problems, dir } = await loadMappings(path)
  const [connector] = Object.values(connectors)
  if (problems.length > 0 || !connector) throw hasProblems(path)
  return { connector, airline, dir }
}

/** The error that its problems have to be fixed first. */
export function hasProblems(path: string): Refused {
  const hint: Saying = ({ connect }) => connect.listProblems(path)
  return new Refused(({ connect }) => connect.hasProblems(path), { code: 'invalid-mapping', hint })
}

function isWanted(file: string, only: string | undefined): boolean {
  return only === undefined || file === only || !file.startsWith('connectors/')
}

/** The settings and mappings of a rulebook, as text. */
async function filesOf(dir: string): Promise<Record<string, string>> {
  const names = [...(await namesIn(dir, '')), ...(await namesIn(dir, 'connectors'))].filter(
    (name) => kindOfDocument(name) !== undefined,
  )
  const read = names.map(async (name) => [name, decode(await readFile(join(dir, name))).text] as const)
  return Object.fromEntries(await Promise.all(read))
}

async function namesIn(dir: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(dir, folder), { withFileTypes: true }).catch(() => [])
  return entries.filter((each) => each.isFile()).map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
}
