import { parseDocument } from 'yaml'

/** The words templates may use; undefined if the settings cannot be read, which is reported elsewhere. */
export function airlineWords(settings: string | undefined): Record<string, string> | undefined {
  const airline: unknown = settings === undefined ? undefined : parseDocument(settings).toJS()?.airline
  if (airline === null || typeof airline !== 'object') return undefined
  const words = Object.entries(airline).filter(([name]) => name !== 'carriers')
  return Object.fromEntries(words.map(([name, word]) => [name, String(word)]))
}
