import type { Texts } from '../shared/domain/texts/index.ts'

/** What happened, with the event's own name beside it: rules and systems have that. */
export function eventText(type: string, names: Readonly<Record<string, string>>, explain: Texts['explain']): string {
  return Object.hasOwn(names, type) ? `${names[type]}${explain.brackets(type)}` : type
}
