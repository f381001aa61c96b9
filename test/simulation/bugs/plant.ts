import type { Bug } from './bugs.ts'

/** A source with the bug in it. Throws where the place is not there once: the list must follow the code. */
export function planted(source: string, { file, find, replace }: Bug): string {
  const places = source.split(find).length - 1
  if (places !== 1) throw new Error(`${file} has ${places} places for a planted bug: ${find}`)
  return source.replace(find, () => replace)
}
