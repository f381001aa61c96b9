import * as z from 'zod'
import { ok, route } from './http.ts'

/** What the monthly fits of models of scores came to, the newest first: each with its model and its report. */
export const listFits = route(z.object({}), async (_, { ports }) => ok({ fits: await ports.fits.list() }))
