/** So many letters of a family name are kept as beginnings. Whoever searches for more is compared with the name itself. */
const LETTERS_KEPT = 4

/** Written with a sign for a syllable or a word: one sign says as much as two letters. */
const SIGNS = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A name as it is compared: its letters, without case, accents, spaces and marks. `O'Brien-Šimek` → `obriensimek`. */
export function plainName(name: string): string {
  const letters = name.normalize('NFKD').replace(/[^\p{L}]/gu, '')
  return letters.normalize('NFC').toLowerCase()
}

/** The beginnings by which a family name is found: from two letters on, from one where a sign says more; a shorter name whole. */
export function beginningsOf(familyName: string): string[] {
  const letters = [...plainName(familyName)]
  const longest = Math.min(letters.length, LETTERS_KEPT)
  const shortest = Math.min(longest, SIGNS.test(letters.join('')) ? 1 : 2)
  const lengths = Array.from({ length: longest - shortest + 1 }, (_, more) => shortest + more)
  return letters.length === 0 ? [] : lengths.map((length) => letters.slice(0, length).join(''))
}

/** The beginning under which everybody is found whose name begins with a text; undefined: it has no letters. */
export function beginningFor(text: string): string | undefined {
  return beginningsOf(text).at(-1)
}

/** Whether a text may be the beginning of a name, of those that a family name is found by. */
export function mayBeName(text: string): boolean {
  return SIGNS.test(text) ? /^\p{L}+$/u.test(text) : /^\p{L}[\p{L} '-]+$/u.test(text)
}
