type Words = Readonly<Record<string, string>>

/** What other systems call types of events and kinds of trouble that have another name here, in small letters. */
const TYPES: Words = {
  'flight.cancelled': 'it is flight.disrupted, with "kind": "cancellation"',
  'flight.canceled': 'it is flight.disrupted, with "kind": "cancellation"',
  'flight.delayed': 'it is flight.disrupted, with "kind": "delay"',
  'flight.diverted': 'it is flight.disrupted, with "kind": "diversion"',
  'passenger.noshow': 'it is flight.boarded, with "boarded": false for the passenger',
  'booking.changed': 'it is booking.created once more, with the flights it has now',
  'booking.updated': 'it is booking.created once more, with the flights it has now',
}
const KINDS: Words = {
  cancelled: 'did you mean "cancellation"?',
  canceled: 'did you mean "cancellation"?',
  diverted: 'did you mean "diversion"?',
  noshow: 'it is an event of its own: flight.boarded, with "boarded": false for the passenger',
  reinstatement: 'it is an event of its own: flight.reinstated',
  schedulechange: 'it is an event of its own: flight.rescheduled',
}

/** What is meant by a word of other systems, where one of these words stands here. */
export function meantElsewhere(word: string, known: readonly string[]): string | undefined {
  const words = known.includes('flight.disrupted') ? TYPES : known.includes('cancellation') ? KINDS : {}
  const name = word.toLowerCase()
  return Object.hasOwn(words, name) ? words[name] : undefined
}
