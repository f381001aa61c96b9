import type { Texts } from './texts/index.ts'

/**
 * What somebody changed, as the history keeps it: a code with its values. A text stands for itself: it was written before there
 * were codes.
 */
export type Deed = { [D in keyof Texts['deeds']]: { is: D } & Parameters<Texts['deeds'][D]>[0] }[keyof Texts['deeds']]

/** As a sentence without its subject. */
export function deedText(deed: Deed | string, { deeds }: Pick<Texts, 'deeds'>): string {
  return typeof deed === 'string' ? deed : (deeds[deed.is] as (deed: Deed) => string)(deed)
}
