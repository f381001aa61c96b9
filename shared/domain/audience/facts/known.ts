import type { OpeningBalance } from '../../../contract/index.ts'
import type { Member, Profile, ProfileLayer } from '../../member/member.ts'
import { profileOf } from '../../member/profile.ts'
import { type Opening, openingOf } from './opening.ts'

/** Many rules ask one member in a row: what the last one came to is at hand. */
let layers: ProfileLayer[] | undefined
let joins: Member['joins'] | undefined
let profile: Profile = {}
let balance: OpeningBalance | undefined
let opening: Opening | undefined

/** The profile as it stands. */
export function profileIn({ member }: { member: Member }): Profile {
  if (member.layers !== layers || member.joins !== joins) {
    layers = member.layers
    joins = member.joins
    profile = profileOf(member)
  }
  return profile
}

/** The balance the member brought; undefined where no flights came with it. */
export function openingIn(subject: { member: Member }): Opening | undefined {
  const brought = profileIn(subject).opening
  if (brought !== balance) {
    balance = brought
    opening = openingOf(brought)
  }
  return opening
}
