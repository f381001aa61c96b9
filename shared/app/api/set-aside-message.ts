import * as z from 'zod'
import { rawStore } from '../../pipeline.ts'
import { decode } from '../../standards/encoding.ts'
import { connectorIn, keyOfRaw } from '../connect/raw-key.ts'
import { ok, refuse, route } from './http.ts'

/** No kind of message is larger: what is, is not read here. */
const BYTES_AT_MOST = 20 * 1024 * 1024
/** What a person reads of it; the rest is in the store. */
const CHARS_AT_MOST = 100_000

/**
 * The message of another system of which a part was set aside, as it came: whoever mends its mapping has to see it. It is
 * read from the store, where it is kept for some days, and is nowhere else.
 */
export const showSetAsideMessage = route(
  z.object({ key: z.string().min(1).max(200) }),
  async ({ key }, { ports: { setAsides, raw } }) => {
    const entry = await setAsides.read(key)
    const rawKey = entry && keyOfRaw(entry.envelope)
    if (!entry || rawKey === undefined)
      return refuse(
        404,
        'no-such-set-aside',
        ({ api }) => api.noSuchSetAside,
        ({ api }) => api.noSuchSetAsideHint,
      )
    const { place, mapping } = entry.envelope.detail as { place?: string; mapping?: string }
    const about = { connector: connectorIn(rawKey), place: place ?? '', mapping: mapping ?? null, rawKey }
    const kept = await raw.get(rawKey, BYTES_AT_MOST)
    if (kept === undefined || kept === 'too-large')
      return ok({ ...about, why: kept ?? 'gone', keptDays: rawStore.keptDays })
    const { text } = decode(kept.bytes)
    return ok({
      ...about,
      receivedAt: kept.receivedAt,
      text: text.slice(0, CHARS_AT_MOST),
      isCut: text.length > CHARS_AT_MOST,
    })
  },
)
