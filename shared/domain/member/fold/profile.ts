import type { AirlineEvent } from '../../../contract/index.ts'
import type { Member } from '../member.ts'
import { setProfile } from '../profile.ts'
import type { Folds } from './fold.ts'

export const profileFolds: Pick<Folds, 'member.enrolled' | 'member.updated' | 'consent.changed'> = {
  'member.enrolled': tellProfile,
  'member.updated': tellProfile,
  'consent.changed': (draft, event) => {
    const said = event.purpose === 'service' ? { saidService: event.granted } : { saidEmail: event.granted }
    draft.layers = setProfile(draft.layers, stampOf(event), said)
  },
}

function tellProfile(draft: Member, event: AirlineEvent<'member.enrolled' | 'member.updated'>): void {
  const { type, id, occurredAt, memberId, consent, ...fields } = event
  const consentEmail = consent === null ? null : consent?.email
  draft.layers = setProfile(draft.layers, stampOf(event), { ...fields, consentEmail })
}

function stampOf(event: { occurredAt: number; id: string }) {
  return { at: event.occurredAt, eventId: event.id }
}
