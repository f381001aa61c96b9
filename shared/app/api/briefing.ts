import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { briefingOf } from '../../domain/briefing.ts'
import { calendarOf } from '../../domain/calendar.ts'
import { SHIPPED_MODELS } from '../../domain/scores/models.ts'
import { partsOf } from '../../standards/flight-number.ts'
import { bookedOn, legsOn } from '../briefing/on-board.ts'
import { ok, refuse, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'

/** Whom the crew of a flight should recognise: from the index of who is booked, leg by leg. */
export const showBriefing = route(
  z.object({
    flight: z.string().max(20),
    date: fields.date,
    atMost: z.coerce.number().int().min(1).max(50).default(10),
  }),
  async ({ flight, date, atMost }, context) => {
    const { ports, now } = context
    const parts = partsOf(flight)
    if (!parts?.carrier)
      return refuse(
        400,
        'bad-request',
        ({ api }) => api.noFlight(flight),
        ({ api }) => api.flightForm,
      )
    const number = `${parts.carrier}${parts.number}`
    const [rulebook, names] = await Promise.all([liveRulebook(context), legsOn(number, date, ports)])
    const zone = rulebook?.settings.zone ?? 'UTC'
    const models = rulebook?.models ?? SHIPPED_MODELS
    const moment = { now: now(), calendar: calendarOf(zone), models }
    const legs = await Promise.all(
      names.map(async (leg) => {
        const booked = await bookedOn(leg, ports)
        if (booked.length === 0) return []
        const departsAt = Math.max(...booked.map((each) => each.departsAt))
        return [{ leg, departsAt: new Date(departsAt).toISOString(), cabins: briefingOf(booked, moment, atMost) }]
      }),
    )
    const asOf = new Date(moment.now).toISOString()
    return ok({
      flight: number,
      date,
      zone,
      asOf,
      models: { churn: models.churn.version, tier: models.tier.version, value: models.value.version },
      legs: legs.flat(),
    })
  },
)
