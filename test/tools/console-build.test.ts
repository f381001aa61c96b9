import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { buildEnv, buildWith } from '../../infra/console/build.ts'

/** What is built of the console, with the maps that say what each file is made of. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'wingback-console-'))
execFileSync(process.execPath, [...buildWith(folder), '--sourcemap', '--manifest'], {
  cwd: root,
  env: buildEnv(),
  stdio: 'pipe',
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}
const read = (file: string) => readFileSync(join(folder, file))
const manifest = JSON.parse(String(read('.vite/manifest.json'))) as Record<string, Chunk>

/** What the files whose names match are made of. */
function sourcesOf(name: RegExp): string[] {
  const maps = globSync('assets/*.map', { cwd: folder }).filter((map) => name.test(map))
  return maps.flatMap((map) => {
    const { sources } = JSON.parse(String(read(map))) as { sources: string[] }
    // Those of a worker are told from where the console is written.
    const from = map.includes('.worker-') ? join(root, 'console', 'assets') : resolve(folder, dirname(map))
    return sources.map((source) => relative(root, resolve(from, source)))
  })
}

test('a browser is given the console and the pure floors, nothing else of ours', () => {
  const ours = sourcesOf(/^(?!assets.rehearse[.]worker)/)
  expect(ours).toContain('shared/domain/texts/index.ts')
  expect(ours).toContain('shared/domain/rulebook/load.ts')
  expect(
    ours.filter(
      (file) =>
        !/^(console|shared\/(standards|contract|connectors|domain)|gallery|campaigns\/look|node_modules)\//.test(file),
    ),
  ).toEqual([])
})

test('the worker that rehearses is given the pipeline on memory as well, and nothing that calls AWS', () => {
  const ours = sourcesOf(/rehearse[.]worker/)
  expect(ours).toContain('shared/app/react/batch.ts')
  expect(ours.filter((file) => /^(shared\/(adapters\/aws|lambda)|functions|infra|cli)\/|@aws-sdk/.test(file))).toEqual(
    [],
  )
})

/** Over the wire: a first visit on a hotel's network is bearable. It is nearly used up: what is added is loaded when it is shown. */
const FIRST_PAGE_KB = 500
const FIRST_PAGE = 'pages/today/today.tsx'
/** The cuts of the font that it shows: regular and bold. */
const FONTS = 2

test('the first page is small', () => {
  const own = Object.keys(manifest).find((name) => name.endsWith('messages/all.en.js'))!
  const files = new Set(['index.html', FIRST_PAGE, own].flatMap((name) => filesOf(name)))
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(read(file)).byteLength, 0)
  const [font] = globSync('assets/*.woff2', { cwd: folder })
  expect(files.size).toBeGreaterThan(5)
  expect((bytes + FONTS * read(font!).byteLength) / 1000).toBeLessThan(FIRST_PAGE_KB)
})

/** A chunk with its style sheets and all that it imports. */
function filesOf(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return []
  seen.add(name)
  const { file, css = [], imports = [] } = manifest[name]!
  return [file, ...css, ...imports.flatMap((each) => filesOf(each, seen))]
}
