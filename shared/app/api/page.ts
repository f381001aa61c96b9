import * as z from 'zod'
import { shortHash } from '../../standards/hash.ts'
import { type Refusal, refuse } from './http.ts'

/** No list gives more at once. */
export const PAGE_AT_MOST = 100

/** A query's page: an opaque cursor from the page before, and how many. */
export const page = (usual: number) => stretch(PAGE_AT_MOST, usual)

/** How far one call goes through members of whom it tells sums alone. */
export const stretch = (most: number, usual: number) => ({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(most).default(usual),
})

/**
 * Reads a page where a cursor says, and gives out the cursor of the next one. A cursor begins with a mark of itself and
 * its list: what a store never gave out, or for another list, does not come to a store.
 */
export async function turn<T extends { cursor?: string | undefined }>(
  list: string,
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<T>,
): Promise<{ ok: true; found: T; cursor: string | null } | { ok: false; refused: Refusal }> {
  const from = cursor?.slice(MARK)
  if (from !== undefined && cursor !== marked(list, from)) return { ok: false, refused: BAD_CURSOR }
  const found = await read(from)
  return { ok: true, found, cursor: found.cursor === undefined ? null : marked(list, found.cursor) }
}

const MARK = 8

const BAD_CURSOR = refuse(
  400,
  'bad-cursor',
  ({ api }) => api.badCursor,
  ({ api }) => api.badCursorHint,
)

function marked(list: string, cursor: string): string {
  return shortHash(['cursor', list, cursor], MARK) + cursor
}
