import { profileOf } from '../../member/profile.ts'
import { type Gate, go, isEmail, type StandingContext, skip } from './gate.ts'

export const address: Gate<StandingContext> = {
  name: 'address',
  atClaim: true,
  concerns: isEmail,
  ask: ({ member }) => (profileOf(member).email ? go({ is: 'address.known' }) : skip({ is: 'address.none' })),
}
