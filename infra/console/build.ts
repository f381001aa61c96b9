import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, statSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules/.cache/wingback-console')
const vite = join(root, 'node_modules/vite/bin/vite.js')

/** The sources of the console: if any changes, it is built again. */
const SOURCES = [
  'console/**/*.{ts,tsx,css,html,svg}',
  'shared/{standards,contract,connectors,domain,ports,app}/**/*.ts',
  'shared/adapters/memory/*.ts',
  'gallery/**/*.{yaml,mjml}',
  'campaigns/look/*',
  'package-lock.json',
]

export interface Building {
  /** The folder with the built files. Rejects with the build's output. */
  folder: Promise<string>
  /** Nobody waits for it any more. */
  stop(): void
}

/** The console's files: those of the last build if no source has changed, otherwise built now, in a separate process. */
export function consoleFolder(): Building {
  const folder = join(cache, printOf(SOURCES))
  if (existsSync(join(folder, 'index.html'))) return { folder: Promise.resolve(folder), stop: () => {} }
  const part = `${folder}.${process.pid}`
  const child = spawn(process.execPath, buildWith(part), {
    cwd: root,
    env: buildEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  giveWay(child)
  return { folder: finish(child, part, folder), stop: () => void child.kill() }
}

/**
 * The arguments of `node` that build it into a folder. Another build may be under way, of a run that was killed: each has a
 * folder of its own, so neither has to wait.
 */
export function buildWith(outDir: string): string[] {
  return [vite, 'build', 'console', '--outDir', outDir, '--emptyOutDir', '--bypass-lock', '--logLevel', 'warn']
}

/** Always a production build, whatever the environment says. */
export function buildEnv(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production' }
}

/** Lowers the build's priority, so that the pipeline goes first. */
function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // It ended at once, or the system does not allow it: it builds all the same.
  }
}

async function finish(child: ChildProcess, part: string, folder: string): Promise<string> {
  const said: Buffer[] = []
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (bytes: Buffer) => said.push(bytes))
  const [code] = await once(child, 'close')
  if (code !== 0) {
    await rm(part, { recursive: true, force: true })
    throw new Error(Buffer.concat(said).toString().trim() || `the build ended with ${code}`)
  }
  // Another run may have been faster.
  await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }))
  await forgetOthers(folder)
  return folder
}

async function forgetOthers(folder: string): Promise<void> {
  const hour = 3600_000
  const names = (await readdir(cache)).map((name) => join(cache, name))
  const old = names.filter((name) => name !== folder && Date.now() - statSync(name).mtimeMs > hour)
  await Promise.all(old.map((name) => rm(name, { recursive: true, force: true })))
}

/** Size and time of every source: faster than reading them, and good enough on one machine. */
function printOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync([...patterns], { cwd: root }).toSorted()) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

if (import.meta.main) console.log(await consoleFolder().folder)
