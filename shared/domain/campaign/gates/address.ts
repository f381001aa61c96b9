import { profileOf } from '../../member/profile.ts'
import { type Gate, go, isEmail, skip } from './gate.ts'

export const address: Gate = {
  name: 'address',
  atClaim: true,
  concerns: isEmail,
  ask: ({ member }) => (profileOf(member).email ? go('has an address') : skip('has no e-mail address')),
}
