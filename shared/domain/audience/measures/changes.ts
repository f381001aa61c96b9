import type { Words } from '../fields/field.ts'
import type { Measure, Score } from './measure.ts'

/** How a value changes with time: for the docs. */
export function changesOf(measure: Measure): Words {
  return measure.kind === 'score' ? drifting[measure.drifts] : changes[measure.kind]
}

const drifting: Record<Score['drifts'], Words> = {
  up: {
    en: 'with events, and at midnight: it rises while the member is silent',
    'zh-CN': '随事件变化，并在每个零点变化：会员沉默期间逐日上升',
  },
  down: {
    en: 'with events, and at midnight: it falls while the member is silent',
    'zh-CN': '随事件变化，并在每个零点变化：会员沉默期间逐日下降',
  },
}

/** By the kind of the measure. */
const changes: Record<Exclude<Measure['kind'], 'score'>, Words> = {
  fixed: { en: 'with events only', 'zh-CN': '只随事件变化' },
  elapsed: {
    en: 'grows with time: days at each midnight, hours and minutes continuously',
    'zh-CN': '随时间增长：以天计时在每个零点，以小时、分钟计时随时',
  },
  years: { en: 'grows on each anniversary', 'zh-CN': '在每个周年日增长' },
  anniversary: {
    en: 'falls by one day at each midnight, and restarts the day after',
    'zh-CN': '每个零点减少一天，次日重新开始',
  },
  sum: {
    en: 'with events; in a window also when something enters or leaves it',
    'zh-CN': '随事件变化；限定窗口时，也随进入或离开窗口而变化',
  },
  greatest: {
    en: 'with events; in a window also when the greatest leaves it',
    'zh-CN': '随事件变化；限定窗口时，也在最大者离开窗口时变化',
  },
  latest: {
    en: 'with events; in a window also when the last one leaves it',
    'zh-CN': '随事件变化；限定窗口时，也在最近一次离开窗口时变化',
  },
  leading: {
    en: 'with events; in a window also when so many leave it that another one leads',
    'zh-CN': '随事件变化；限定窗口时，也在离开窗口的多到另一项领先时变化',
  },
  timeline: {
    en: 'with events, and at times known in advance: a departure, an expiry, a new month',
    'zh-CN': '随事件变化，也在事先已知的时刻自行变化：起飞、到期、月份更替',
  },
}
