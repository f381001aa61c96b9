import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync, type Metafile } from 'esbuild'
import { functions, type Wiring } from '../../shared/pipeline.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * A module has no `require`; CommonJS dependencies ask for one. The long name cannot meet one that minifying makes up.
 */
const BANNER = `import { createRequire as createRequireOfBundle } from 'node:module'
const require = createRequireOfBundle(import.meta.url)`

interface Bundled {
  folderOf(file: string): string
  readAtStart(file: string): Part[]
}

interface Part {
  bytes: number
  /** Relative to the project's root. */
  sources: string[]
}

/**
 * Bundles every function of the pipeline: `<out>/<file>/index.mjs` with its source map, all dependencies inside.
 * The SDK is bundled too, which starts faster than the runtime's own copy.
 * @param out a folder, relative to the project's root
 */
export function bundleAll(out = 'dist/lambda'): Bundled {
  const files = [...new Set(Object.values(functions).map((wiring) => wiring.file))]
  const missing = files.filter((file) => !existsSync(`${root}functions/${file}.ts`))
  if (missing.length > 0)
    throw new Error(`No such function: ${missing.map((file) => `functions/${file}.ts`).join(', ')}`)
  const rows: Wiring[] = Object.values(functions)
  const inParts = new Set(rows.flatMap(({ file, buildsMails }) => (buildsMails ? [file] : [])))
  const whole = files.filter((file) => !inParts.has(file))
  const made = [
    bundle(Object.fromEntries(whole.map((file) => [`${file}/index`, `functions/${file}.ts`])), out),
    // What is imported where it is needed becomes a file of its own, beside the one that every start reads.
    ...[...inParts].map((file) => bundle({ index: `functions/${file}.ts` }, join(out, file), { splitting: true })),
  ]
  const outputs = Object.assign({}, ...made.map(({ metafile }) => metafile.outputs)) as Metafile['outputs']
  return {
    folderOf: (file) => resolve(root, out, file),
    readAtStart: (file) => readAtStart(`functions/${file}.ts`, outputs),
  }
}

/** What a start of a function reads: its own file with those that it imports at once. */
function readAtStart(entry: string, outputs: Metafile['outputs']): Part[] {
  const [first] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry)!
  const names = new Set([first])
  for (const name of names)
    for (const { path, kind } of outputs[name]!.imports)
      if (kind === 'import-statement' && outputs[path]) names.add(path)
  return [...names].map((name) => ({ bytes: outputs[name]!.bytes, sources: Object.keys(outputs[name]!.inputs) }))
}

/** @param entries sources, relative to the project's root, by the file each becomes in `out`, without its ending */
export function bundle(entries: Record<string, string>, out: string, { splitting = false } = {}) {
  return buildSync({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    format: 'esm',
    splitting,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': `${root}infra/aws/lambda-credentials.ts`,
      '@aws-sdk/endpoint-cache': `${root}infra/aws/unused-in-lambda.ts`,
      '@smithy/core/event-streams': `${root}infra/aws/unused-in-lambda.ts`,
    },
    // A client takes in the whole of its package.json, to name its version in a header that is not sent.
    loader: { '.json': 'empty' },
    minify: true,
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: BANNER },
    metafile: true,
    logLevel: 'warning',
  })
}
