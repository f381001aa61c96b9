import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync, type Metafile } from 'esbuild'
import { functions } from '../../shared/pipeline.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * A module has no `require`; CommonJS dependencies ask for one. The long name cannot meet one that minifying makes up.
 */
const BANNER = `import { createRequire as createRequireOfBundle } from 'node:module'
const require = createRequireOfBundle(import.meta.url)`

/**
 * Bundles every function of the pipeline: `<out>/<file>/index.mjs` with its source map, all dependencies inside.
 * The SDK is bundled too, which starts faster than the runtime's own copy.
 * @param out a folder, relative to the project's root
 */
export function bundleAll(out = 'dist/lambda'): { folderOf(file: string): string; metafile: Metafile } {
  const files = [...new Set(Object.values(functions).map((wiring) => wiring.file))]
  const missing = files.filter((file) => !existsSync(`${root}functions/${file}.ts`))
  if (missing.length > 0)
    throw new Error(`No such function: ${missing.map((file) => `functions/${file}.ts`).join(', ')}`)
  const { metafile } = bundle(Object.fromEntries(files.map((file) => [`${file}/index`, `functions/${file}.ts`])), out)
  return { folderOf: (file) => resolve(root, out, file), metafile }
}

/** @param entries sources, relative to the project's root, by the file each becomes in `out`, without its ending */
export function bundle(entries: Record<string, string>, out: string) {
  return buildSync({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': `${root}infra/aws/lambda-credentials.ts` },
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
