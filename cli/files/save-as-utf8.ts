import type { Saying } from '../../shared/domain/texts/saying.ts'

/** What to do about a text that is not UTF-8. */
export function saveAsUtf8(probably: string | undefined): Saying {
  return ({ usage: { files } }) => files.saveAsUtf8(probably ?? files.somethingElse)
}
