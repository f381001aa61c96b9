import type { OfferNote } from '../../../member/member.ts'
import { objectsToScores } from '../../../member/profile.ts'
import { identityOf } from '../../../scores/identity.ts'
import { upgradePropensity as propensityOf, type UpgradeModel } from '../../../scores/upgrade/propensity.ts'
import type { Subject } from '../../condition.ts'
import type { Fact } from '../types.ts'

const DECIMALS = 10_000

export const upgradePropensity: Fact = {
  name: 'upgradePropensity',
  family: 'scores',
  type: { kind: 'number', probability: true },
  description: {
    en: 'how probable it is, 0 to 1, that the member takes an upgrade offer: by their answers to the offers kept (the last 16) and by all members’, as `wingback fit --upgrades` has learnt',
    'zh-CN':
      '会员接受升舱优惠的概率，0 至 1：依据其对保留的最近 16 次优惠的答复和全体会员的情况，由 `wingback fit --upgrades` 学得',
  },
  absent: {
    en: 'no model was learnt yet (none ships), or the member objected to scores (profiling: false): satisfies only present: false',
    'zh-CN': '尚未学习模型（不随附），或会员反对评分（profiling: false）：仅满足 present: false',
  },
  example: 'upgradePropensity: { atLeast: 0.2 }',
  params: {},
  measure: ({ models: { upgrade: model } }) => ({
    kind: 'timeline',
    at: (subject, instant) => valueAt(model, subject, instant),
    changes: ({ member }) => member.offers.map(({ expiresAt }) => expiresAt),
    why: (subject, instant) => {
      const origin = { model: model.version, asOf: subject.calendar.dateOf(instant) }
      if (!model.prior) return { ...origin, moved: [], unknown: 'noModel' }
      if (objectsToScores(subject.member)) return { ...origin, moved: [], unknown: 'objected' }
      const { offers, accepted } = offeredTo(subject, instant)
      const moved: [string, number][] = [
        ['offersTaken', accepted],
        ['offersNotTaken', accepted - offers],
      ]
      return { ...origin, moved }
    },
    model: identityOf(model),
  }),
}

function valueAt({ prior }: UpgradeModel, subject: Subject, instant: number): number | undefined {
  if (!prior || objectsToScores(subject.member)) return undefined
  return Math.round(propensityOf(prior, offeredTo(subject, instant)) * DECIMALS) / DECIMALS
}

/** Offers that are over; one that is open says nothing yet. */
function offeredTo({ member }: Subject, instant: number) {
  const over = member.offers.filter((offer) => isOver(offer, instant))
  return { offers: over.length, accepted: over.filter(({ acceptedAt }) => acceptedAt !== undefined).length }
}

function isOver({ acceptedAt, declinedAt, expiresAt }: OfferNote, instant: number): boolean {
  return acceptedAt !== undefined || declinedAt !== undefined || expiresAt <= instant
}
