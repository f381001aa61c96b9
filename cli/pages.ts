import type { Client } from './client.ts'

/** The API returns at most so many at once. */
const AT_ONCE = 100

/** Reads a list page by page until it has as many as wanted: the last page's answer, with the items of all of them under `items`. */
export async function readList<T extends { cursor: string | null }>(
  client: Pick<Client, 'call'>,
  path: string,
  items: keyof T & string,
  { limit, cursor }: { limit: number; cursor: string | undefined },
): Promise<T> {
  const all: unknown[] = []
  let next = cursor
  for (;;) {
    const query = { limit: Math.min(AT_ONCE, limit - all.length), cursor: next }
    const page = await client.call<T>('GET', path, { query })
    all.push(...(page[items] as unknown[]))
    if (page.cursor === null || all.length >= limit) return { ...page, [items]: all }
    next = page.cursor
  }
}
