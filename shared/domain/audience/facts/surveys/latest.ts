import type { Survey } from '../../../member/member.ts'
import type { Subject } from '../../condition.ts'

/** The latest answer; surveys are kept newest first. */
export function latest(read: (survey: Survey) => number | undefined) {
  return ({ member }: Subject) => {
    for (const survey of member.surveys) {
      const value = read(survey)
      if (value !== undefined) return { at: survey.at, value }
    }
    return undefined
  }
}
