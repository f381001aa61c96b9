/** What a text names, in the one form it has everywhere; or what is wrong with it, and what was probably meant. */
export type Named = { ok: true; name: string } | { ok: false; message: string; hint?: string }
