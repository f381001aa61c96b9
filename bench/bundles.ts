import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundle, bundleAll } from '../infra/aws/bundle.ts'
import { type FunctionName, functions } from '../shared/pipeline.ts'

export interface BundleSize {
  function: string
  bytes: number
  importMs: number
}

export interface Bundles {
  bundles: BundleSize[]
  /** A module with a handler that does nothing. */
  empty: BundleSize
  /** The AWS clients that `send-email` calls, bundled the same way, and nothing else. */
  floor: BundleSize
  /** Import time of `send-email` against that. */
  importVsFloor: number
}

const ROUNDS = 9
const EMPTY = 'export const handler = async () => {}\n'
const TIMED =
  'const startedAt = performance.now(); await import(process.argv[1]); console.log(performance.now() - startedAt)'

const run = promisify(execFile)

/** How large each function's bundle is and how long a fresh process takes to import it: the median, in turns. */
export async function measureBundles(): Promise<Bundles> {
  const out = mkdtempSync(join(tmpdir(), 'wingback-bench-'))
  try {
    const { folderOf, readAtStart } = bundleAll(out)
    const names = Object.keys(functions) as FunctionName[]
    const files = names.map((name) => ({
      name: name as string,
      file: join(folderOf(functions[name].file), 'index.mjs'),
      bytes: readAtStart(functions[name].file).reduce((sum, part) => sum + part.bytes, 0),
    }))
    const nothing = { name: 'empty', file: join(out, 'empty.mjs'), bytes: EMPTY.length }
    writeFileSync(nothing.file, EMPTY)
    bundle({ floor: 'bench/floor-clients.ts' }, out)
    const floorFile = join(out, 'floor.mjs')
    const floor = { name: 'floor', file: floorFile, bytes: statSync(floorFile).size }
    const all = [...files, floor, nothing].map((each) => ({ ...each, times: [] as number[] }))
    for (let round = 0; round < ROUNDS; round++) {
      for (const { file, times } of all) times.push(await importTime(file))
    }
    const sizes = all.map(({ name, bytes, times }) => ({
      function: name,
      bytes,
      importMs: Math.round(median(times) * 10) / 10,
    }))
    const sendEmail = sizes.find((each) => each.function === 'send-email')!
    const [floorSize, empty] = [sizes.at(-2)!, sizes.at(-1)!]
    return {
      bundles: sizes.slice(0, -2),
      empty,
      floor: floorSize,
      importVsFloor: sendEmail.importMs / floorSize.importMs,
    }
  } finally {
    rmSync(out, { recursive: true })
  }
}

async function importTime(file: string): Promise<number> {
  const args = ['--input-type=module', '--eval', TIMED, file]
  const { stdout } = await run(process.execPath, args, { env: { AWS_REGION: 'us-east-1' } })
  return Number(stdout)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}
