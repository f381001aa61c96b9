/** A leg with members on it, and when it departs (epoch ms). A leg that is rescheduled has a departure of each time. */
export interface Departure {
  leg: string
  departsAt: number
}

/** What departs when, as far as members are booked on it: so that who is on board can be told in time, and nobody looks through all members. */
export interface Departures {
  /** Adds those that are not there yet. */
  note(departures: readonly Departure[]): Promise<void>
  /** Those of which nothing was told yet, from an instant on: the earliest first. */
  next(from: number, limit: number): Promise<Departure[]>
  /** What is to be told of it was told. */
  told(departure: Departure): Promise<void>
}
