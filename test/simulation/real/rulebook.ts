import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { loadFolder } from '../../../cli/rulebook/folder.ts'
import { unpackRulebook } from '../../../shared/domain/rulebook/bundle.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import type { Documents } from '../story/story.ts'
import { messages, templates } from '../story/templates.ts'

/** Writes a story's rulebook as the folder that an airline would have, and gives it as it will be live. */
export async function writeRulebook(folder: string, documents: Documents): Promise<Rulebook> {
  const files = [
    ...Object.entries(documents).map(([file, document]) => [file, asPublished(stringify(document))] as const),
    ...Object.entries(templates).flatMap(([id, { en }]) => [
      [`templates/${id}/en.mjml`, mjml(en!.subject)] as const,
      [`templates/${id}/en.txt`, en!.text] as const,
    ]),
    ...Object.entries(messages).map(([id, { en }]) => [`templates/${id}/en.message.txt`, en!.text] as const),
  ]
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  const loaded = await loadFolder(folder)
  if (!loaded.ok) throw new Error(`the story's rulebook has problems: ${JSON.stringify(loaded.problems)}`)
  return unpackRulebook(loaded.bundle)
}

/**
 * With money enough: `npm start` refuses a budget from which nothing can ever be granted, and nobody is here to resume
 * payments that stopped by themselves.
 */
function asPublished(text: string): string {
  return text
    .replace(/limit: (20|120) CNY/, 'limit: 333.33 CNY')
    .replace('perMemberPerYear: 60 CNY', 'perMemberPerYear: 200 CNY')
    .replace('- 600 GBP', '- 50000 GBP')
}

const mjml = (subject: string) => `---
subject: ${subject}
---
<mjml lang="en"><mj-body><mj-section><mj-column><mj-text>{{ unsubscribeUrl }}</mj-text></mj-column></mj-section></mj-body></mjml>
`
