/** What a text names, in the one form it has everywhere; or what is wrong with it, and what was probably meant. */
export type Named = { ok: true; name: string } | { ok: false; message: string; hint?: string | undefined }

/** Full-width letters and digits are the same letters and digits, and names are written in capitals. */
export function tidy(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase()
}

/** A text quoted for a message, as long as makes sense there. */
export function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`
}
