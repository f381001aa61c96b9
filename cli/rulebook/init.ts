import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { examplesSchema } from '../../shared/app/rehearsal/examples/schema.ts'
import { rulebookSchema } from '../../shared/domain/rulebook/json-schema.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { Refused } from '../errors.ts'

const STARTER = join(import.meta.dirname, '../starter')
/** The files that speak, in other languages: laid over the English ones. */
const IN: Partial<Record<Language, string>> = { 'zh-CN': `${STARTER}.zh-CN` }

/** Creates a small valid rulebook in this language, with examples and editors' schemas. Throws {@link Refused} if the folder is not empty. */
export async function initFolder(folder: string, language: Language = 'en'): Promise<string[]> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Refused(({ usage }) => usage.files.cannotReadFolder(folder, String(error.code)), { code: 'not-a-folder' })
  })
  if (there.length > 0) {
    throw new Refused(({ usage }) => usage.notEmpty(folder), {
      code: 'not-empty',
      hint: ({ usage }) => usage.notEmptyHint,
    })
  }
  await mkdir(join(folder, 'schema'), { recursive: true })
  await cp(STARTER, folder, { recursive: true })
  const own = IN[language]
  if (own) await cp(own, folder, { recursive: true })
  for (const [kind, schema] of Object.entries({ ...rulebookSchema(), examples: examplesSchema() })) {
    await writeFile(join(folder, 'schema', `${kind}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
  }
  const made = await readdir(folder, { recursive: true, withFileTypes: true })
  return made
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
