/** What of our tasks goes back to the ticket of a complaint: a note for staff, never an answer to the member. */
export interface TicketNote {
  ticket: string
  text: string
  /** The ticket's status from then on; undefined: it stays. */
  status?: string | undefined
  /** Derived from what is told. A ticket that has it was told before. */
  tag: string
}

export type NoteOutcome =
  /** `known`: the ticket has this note already. */
  | { is: 'noted' | 'known' }
  /** It never will be: the ticket is not there any more, or is closed for good. */
  | { is: 'refused'; why: string }

/** The airline's help desk. */
export interface HelpDesk {
  /** Puts a note on a ticket, once. Throws where it may succeed later. */
  note(connector: string, note: TicketNote): Promise<NoteOutcome>
}
