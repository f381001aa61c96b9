/** Of an event that was accepted what is kept with the member. */
export interface SeenEvent {
  /** Hash of the event's name. */
  id: string
  at: number
  /** Hash of the delivery that was accepted. */
  delivery: string
  /** Fingerprint of what it says. Absent: it was accepted before there were any, and `id` is of the producer's id alone. */
  print?: string
}
