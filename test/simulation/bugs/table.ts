import { readFile, writeFile } from 'node:fs/promises'
import type { Found } from './find.ts'

const DOCUMENT = new URL('../../../docs/developers/simulation.md', import.meta.url)
const SEEDS = new URL('./found.json', import.meta.url)
const BEGIN = '<!-- bugs:begin: made by `npm run simulate -- --bugs --write` -->'
const END = '<!-- bugs:end -->'

/** The planted bugs as the docs show them. */
function tableOf(found: readonly Found[]): string {
  const rows = found.map(
    ({ bug, is, seeds, promise }) => `| \`${bug}\` | ${is} | ${seeds ?? 'not found'} | ${promise ?? ''} |`,
  )
  return ['| bug | | seeds needed | the promise it broke |', '|---|---|---|---|', ...rows].join('\n')
}

/** Writes down which seed found each: for the next time, and for people. */
export async function writeFound(found: readonly Found[]): Promise<void> {
  const seeds = found.flatMap(({ bug, seeds }) => (seeds === undefined ? [] : [[bug, seeds] as const]))
  await writeFile(SEEDS, `${JSON.stringify(Object.fromEntries(seeds), null, 2)}\n`)
  const text = await readFile(DOCUMENT, 'utf8')
  const [before, rest] = text.split(BEGIN) as [string, string]
  await writeFile(DOCUMENT, `${before}${BEGIN}\n${tableOf(found)}\n${END}${rest.split(END)[1]}`)
}
