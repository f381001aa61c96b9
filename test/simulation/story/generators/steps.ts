import type { Chance } from '../../chance.ts'

type Source = Record<string, unknown>

interface Wishes {
  /** How often it pays something. */
  pays: number
  /** How often its mails may be sent again where it is unknown whether they were. */
  resend?: number
}

/** Steps of a campaign: waits, payments with the mail that tells of them, offers, branches, tasks, mails. */
export function steps(chance: Chance, wishes: Wishes): Source[] {
  return [
    ...(chance.is(0.3) ? [{ wait: chance.pick(['10m', '2h', '1d']) }] : []),
    ...(chance.is(wishes.pays)
      ? [{ ...payment(chance), ...refused(chance, wishes) }, mail('sorry', chance, wishes)]
      : []),
    ...(chance.is(0.3) ? [{ wait: { for: 'booking.created', atMost: chance.pick(['1h', '3d']) } }] : []),
    ...(chance.is(0.3) ? [{ upgradeOffer: { cabin: 'C', validFor: '7d' } }, mail('offer', chance, wishes)] : []),
    ...(chance.is(0.3) ? [branch(chance, wishes)] : []),
    ...(chance.is(0.2) ? [split(chance, wishes)] : []),
    ...(chance.is(0.2) ? [{ serviceTask: { title: 'Call', detail: 'Call the member' } }] : []),
    mail('news', chance, wishes),
  ]
}

function mail(template: string, chance: Chance, { resend = 0 }: Wishes): Source {
  return { email: chance.is(resend) ? { template, resendIfUnknown: true } : template }
}

function payment(chance: Chance): Source {
  const reason = 'service-recovery'
  return chance.pick<Source>([
    { compensation: { miles: chance.pick([500, 1001]), reason } },
    { compensation: { cash: '33.33 CNY', reason } },
    { compensation: [{ when: { tier: 'gold' }, miles: 2000 }, { miles: 700 }], reason },
  ])
}

/** What is done instead where nothing was granted. */
function refused(chance: Chance, wishes: Wishes): Source {
  return chance.is(0.3) ? { ifRefused: [mail('news', chance, wishes)] } : {}
}

function split(chance: Chance, wishes: Wishes): Source {
  const arms = [
    { arm: 'a', share: '30%', steps: [mail('news', chance, wishes)] },
    { arm: 'b', steps: [{ wait: chance.pick(['30m', '1d']) }, mail('news', chance, wishes)] },
    { arm: 'nothing', share: '20%' },
  ]
  return { split: 'which', arms }
}

function branch(chance: Chance, wishes: Wishes): Source {
  const when = chance.pick<Source>([
    { not: { happened: 'booking.created' } },
    { openComplaint: true },
    { tier: 'gold' },
  ])
  const then = [mail('news', chance, wishes)]
  return chance.is(0.5)
    ? { if: when, then }
    : { if: when, then, else: [{ serviceTask: { title: 'Look', detail: 'Look at the case' } }] }
}
