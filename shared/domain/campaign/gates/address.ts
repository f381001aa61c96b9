import { channelIn, type Gate, go, reaches, type StandingContext, skip } from './gate.ts'

export const address: Gate<StandingContext> = {
  name: 'address',
  atClaim: true,
  concerns: reaches,
  ask: (context) =>
    channelIn(context)!.hasAddress(context.member) ? go({ is: 'address.known' }) : skip({ is: 'address.none' }),
}
