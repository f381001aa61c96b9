import type { About, AirlineEvent } from '../../../contract/index.ts'
import { consentFields } from '../consent.ts'
import { earlierBalances, standingBalance, toKeep } from '../earlier-balances.ts'
import type { Member, ProfileFields } from '../member.ts'
import { setProfile } from '../profile.ts'
import type { Folds } from './fold.ts'

export const profileFolds: Pick<Folds, 'member.enrolled' | 'member.updated' | 'consent.changed'> = {
  'member.enrolled': tellProfile,
  'member.updated': tellProfile,
  'consent.changed': (draft, event) => {
    const { said, service } = consentFields(event.channel)
    const field = event.purpose === 'service' ? service : said
    draft.layers = setProfile(draft.layers, stampOf(event), { [field]: event.granted }, event.card)
  },
}

function tellProfile(draft: Member, event: About<AirlineEvent<'member.enrolled' | 'member.updated'>>): void {
  const { type, id, occurredAt, memberId, card, consent, ...fields } = event
  const before = standingBalance(draft)
  draft.layers = setProfile(draft.layers, stampOf(event), { ...fields, ...consentsIn(consent) }, card)
  const { opening } = fields
  if (opening === undefined) return
  const told = [before, opening && toKeep(opening, occurredAt)].filter((each) => each != null)
  draft.balances = earlierBalances([...draft.balances, ...told], standingBalance(draft))
}

/** What a copy of the profile says about consent. Without any names it clears email's: it has always meant that. */
function consentsIn(consent: AirlineEvent<'member.updated'>['consent']): ProfileFields {
  const said = Object.entries(consent === null ? { email: null } : (consent ?? {}))
  return Object.fromEntries(
    said.flatMap(([name, answer]) => {
      const { told, cleared } = consentFields(name)
      if (answer === 'unreadable') return []
      return [answer === null ? [cleared, true] : [told, answer]]
    }),
  )
}

function stampOf(event: { occurredAt: number; id: string }) {
  return { at: event.occurredAt, eventId: event.id }
}
