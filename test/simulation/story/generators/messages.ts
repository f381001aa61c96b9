import { HOUR, MINUTE } from '../../../../shared/domain/calendar.ts'
import type { Chance } from '../../chance.ts'
import type { Author } from '../author.ts'
import type { Documents } from '../story.ts'

type Source = Record<string, unknown>

/** By the names of their consents. */
const CONSENTS = ['wechat', 'push'] as const

/** The same rulebook with channels of the airline's own, and many of its mails sent over these. */
export function overChannels(documents: Documents, chance: Chance): Documents {
  return Object.fromEntries(
    Object.entries(documents).map(([file, document]) => {
      const own = chance.of(file)
      if (file === 'wingback.yaml') return [file, withChannels(document, own)]
      const { steps } = document
      return Array.isArray(steps) ? [file, { ...document, steps: sentOver(steps as Source[], own) }] : [file, document]
    }),
  )
}

function withChannels(settings: Source, chance: Chance): Source {
  const { atMost = [] } = settings
  return {
    ...settings,
    channels: {
      wechat: { name: 'WeChat', text: 600, ...(chance.is(0.3) && { quietHours: '12:00-16:00' }) },
      app: { name: 'App', consent: 'push', text: 200 },
    },
    ...(chance.is(0.5) && {
      atMost: [
        ...(atMost as unknown[]),
        { channel: chance.pick(['any', 'wechat']), atMost: chance.pick(['1 in 1d', '2 in 7d']) },
      ],
    }),
  }
}

function sentOver(steps: readonly Source[], chance: Chance): Source[] {
  return steps.map((step) => {
    const inner = (key: string) =>
      Array.isArray(step[key]) && key !== 'arms' ? { [key]: sentOver(step[key] as Source[], chance) } : {}
    const arms = Array.isArray(step.arms)
      ? {
          arms: step.arms.map((arm: Source) =>
            arm.steps ? { ...arm, steps: sentOver(arm.steps as Source[], chance) } : arm,
          ),
        }
      : {}
    if (step.email !== undefined && chance.is(0.7)) return { message: messageOf(step.email, chance) }
    return { ...step, ...inner('then'), ...inner('else'), ...inner('ifRefused'), ...arms }
  })
}

function messageOf(email: unknown, chance: Chance): Source {
  const template = typeof email === 'string' ? email : (email as { template: string }).template
  const channel = chance.pick<unknown>(['preferred', 'wechat', ['app', 'wechat'], ['wechat', 'email']])
  return { template, channel, ...(chance.is(0.3) && { validFor: chance.pick(['1h', '2d']) }) }
}

/** Members say that they are reached there, and take it back, preferably just when something else happens to them. */
export function agreements(author: Author, chance: Chance): void {
  for (const memberId of author.members) {
    const consent = Object.fromEntries(CONSENTS.map((name) => [name, chance.is(0.85)]))
    author.event('member.updated', memberId, author.instant(0, 0.2), {
      consent,
      ...(chance.is(0.4) && { preferences: { channel: chance.pick(['app', 'wechat', 'email', 'fax']) } }),
    })
    const near = () => (chance.pick(author.instantsOf(memberId)) ?? 0) + chance.pick([-MINUTE, 1000, MINUTE, 2 * HOUR])
    for (const channel of chance.some(CONSENTS, 0.35)) {
      const at = near()
      author.event('consent.changed', memberId, at, { channel, granted: false })
      if (chance.is(0.5))
        author.event('consent.changed', memberId, at + chance.pick([30_000, HOUR, 30 * HOUR]), {
          channel,
          granted: true,
        })
    }
    if (chance.is(0.15))
      author.event('consent.changed', memberId, near(), { channel: 'wechat', granted: false, purpose: 'service' })
    if (chance.is(0.2))
      author.event('member.updated', memberId, near(), { consent: { wechat: chance.pick([true, false, null]) } })
  }
}
