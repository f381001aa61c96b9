import type { BuildTemplate } from '../../shared/domain/rulebook/load.ts'

/** Mails are built by the server. Here it counts which words of a mail they use, and these are in their source. */
export const asWritten: BuildTemplate = async (source) => ({
  ok: true,
  template: { subject: source, html: source, text: source },
})

/** The live files with some in their place; null: it goes. */
export function changedFiles(
  live: Readonly<Record<string, string>>,
  changed: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const all = Object.entries({ ...live, ...changed })
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null))
}
