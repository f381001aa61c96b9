import type { AirlineEvent } from '../../../contract/index.ts'
import { consentFields } from '../consent.ts'
import type { Member, ProfileFields } from '../member.ts'
import { setProfile } from '../profile.ts'
import type { Folds } from './fold.ts'

export const profileFolds: Pick<Folds, 'member.enrolled' | 'member.updated' | 'consent.changed'> = {
  'member.enrolled': tellProfile,
  'member.updated': tellProfile,
  'consent.changed': (draft, event) => {
    const { said, service } = consentFields(event.channel)
    const field = event.purpose === 'service' ? service : said
    draft.layers = setProfile(draft.layers, stampOf(event), { [field]: event.granted })
  },
}

function tellProfile(draft: Member, event: AirlineEvent<'member.enrolled' | 'member.updated'>): void {
  const { type, id, occurredAt, memberId, consent, ...fields } = event
  draft.layers = setProfile(draft.layers, stampOf(event), { ...fields, ...consentsIn(consent) })
}

/** What a copy of the profile says of consent. Without any names it clears e-mail's: that is what it has always meant. */
function consentsIn(consent: AirlineEvent<'member.updated'>['consent']): ProfileFields {
  const said = Object.entries(consent === null ? { email: null } : (consent ?? {}))
  return Object.fromEntries(
    said.flatMap(([name, answer]) => (answer === 'unreadable' ? [] : [[consentFields(name).told, answer] as const])),
  )
}

function stampOf(event: { occurredAt: number; id: string }) {
  return { at: event.occurredAt, eventId: event.id }
}
