import type { Member, Profile, ProfileLayer } from '../../member/member.ts'
import { profileOf } from '../../member/profile.ts'
import { type Opening, openingOf } from './opening.ts'

let layers: ProfileLayer[] | undefined
let profile: Profile = {}
let opening: Opening | undefined

/** Many rules ask one member in a row: the last one's profile is at hand. */
function look(member: Member): void {
  if (member.layers === layers) return
  layers = member.layers
  profile = profileOf(member)
  opening = openingOf(profile.opening)
}

/** The profile as it stands. */
export function profileIn({ member }: { member: Member }): Profile {
  look(member)
  return profile
}

/** The balance the member brought; undefined where no flights came with it. */
export function openingIn({ member }: { member: Member }): Opening | undefined {
  look(member)
  return opening
}
