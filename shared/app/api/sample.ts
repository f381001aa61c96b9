import * as z from 'zod'
import { ok, refuse, route } from './http.ts'

/** The sample of history with which drafts are rehearsed in a browser: gzipped JSON, as base64. */
export const showSample = route(z.object({}), async (_input, { ports }) => {
  const sample = await ports.samples.read()
  if (!sample)
    return refuse(
      404,
      'no-sample',
      ({ api }) => api.noSample,
      ({ api }) => api.noSampleHint,
    )
  return ok({ sample: Buffer.from(sample).toString('base64') })
})
