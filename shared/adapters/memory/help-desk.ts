import type { HelpDesk, TicketNote } from '../../ports/index.ts'

export interface MemoryHelpDesk extends HelpDesk {
  /** What was noted, oldest first. */
  notes: TicketNote[]
}

export function createMemoryHelpDesk(): MemoryHelpDesk {
  const notes: TicketNote[] = []
  return {
    notes,
    async note(_connector, note) {
      if (notes.some(({ ticket, tag }) => ticket === note.ticket && tag === note.tag)) return { is: 'known' }
      notes.push(note)
      return { is: 'noted' }
    },
  }
}
