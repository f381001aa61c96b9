import { channelIn, type Gate, go, named, reaches, type StandingContext, skip } from './gate.ts'

export const address: Gate<StandingContext> = {
  name: 'address',
  atClaim: true,
  concerns: reaches,
  ask: (context) => {
    const channel = channelIn(context)!
    const of = named(channel)
    return channel.hasAddress(context.member) ? go({ is: 'address.known', ...of }) : skip({ is: 'address.none', ...of })
  },
}
