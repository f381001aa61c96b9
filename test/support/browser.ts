import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

/**
 * A real browser for tests: the one that `CHROMIUM` names, else Debian's, else the one that a development dependency
 * brings for Linux on x64. Undefined where none of them runs: then those tests are left out, and the run says so.
 * With `BROWSER_REQUIRED` that is a failure.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const why: string[] = []
  for (const [name, find] of Object.entries(CANDIDATES)) {
    try {
      const found = await find()
      if (found) return await chromium.launch({ ...found, args: FLAGS })
      why.push(`${name}: not there`)
    } catch (error) {
      why.push(`${name}: ${String(error).split('\n', 1)[0]}`)
    }
  }
  if (process.env.BROWSER_REQUIRED) throw new Error(`no Chromium runs here (${why.join('; ')})`)
  return undefined
}

/** No GPU and no sandbox of its own (in a container there is none); nothing asked of the network unbidden. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Found = { executablePath: string; env?: NodeJS.ProcessEnv }

const CANDIDATES: Record<string, () => Promise<Found | undefined>> = {
  CHROMIUM: async () => (process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : undefined),
  '/usr/bin/chromium': async () =>
    existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : undefined,
  '@sparticuz/chromium': packaged,
}

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * The package's browser with the libraries it wants, unpacked once into this project's own folder. The package's own way
 * unpacks into /tmp, where somebody else may have put a file of that name.
 */
async function packaged(): Promise<Found | undefined> {
  const from = join(MODULES, '@sparticuz/chromium')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(from)) return undefined
  const { version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'))
  const folder = join(MODULES, `.cache/chromium-${version}`)
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}`
    await mkdir(part, { recursive: true })
    await unpack(join(from, 'bin/chromium.br'), createWriteStream(join(part, 'chromium'), { mode: 0o755 }))
    const tar = spawn('tar', ['-x', '-C', part], { stdio: ['pipe', 'ignore', 'ignore'] })
    await Promise.all([unpack(join(from, 'bin/al2023.tar.br'), tar.stdin), once(tar, 'close')])
    // Another test may have been quicker.
    await rename(part, folder).catch(() => rm(part, { recursive: true }))
  }
  const LD_LIBRARY_PATH = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { executablePath: join(folder, 'chromium'), env: { ...process.env, LD_LIBRARY_PATH } }
}

function unpack(file: string, to: Writable): Promise<void> {
  return pipeline(createReadStream(file), createBrotliDecompress(), to)
}

// `node test/support/browser.ts`: whether one runs.
if (import.meta.main) {
  const browser = await openBrowser()
  await browser?.close()
  process.exit(browser ? 0 : 1)
}
