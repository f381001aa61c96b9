import { calendarOf } from '../../../domain/calendar.ts'
import type { Receipt } from '../../../domain/receipt.ts'
import { campaignById } from '../../../domain/rulebook/campaign-by-id.ts'
import type { Campaign } from '../../../domain/rulebook/rulebook.ts'
import { textsIn } from '../../../domain/texts/index.ts'
import type { Language } from '../../../domain/texts/language.ts'
import { say } from '../../../domain/texts/say.ts'
import { what } from '../../api/explain-text.ts'
import { localTime } from '../../api/local-time.ts'
import { otherwiseOf } from '../../api/otherwise.ts'
import type { Rules } from './run.ts'
import type { Story } from './stories.ts'

/** A member's story in words: what happened when and why, and what would have turned it. */
export interface ToldStory {
  memberId: string
  lines: string[]
  otherwise?: string
}

export function tellStory(
  { memberId, receipts, condition }: Story,
  campaign: string,
  rules: Rules,
  language: Language,
): ToldStory {
  const { settings } = rules.rulebook
  const known = campaignById(rules.rulebook, campaign)
  const zone = calendarOf(settings.zone).zone
  const time = (at: number) => localTime(new Date(at).toISOString(), zone)
  const { colon } = textsIn(language).explain
  const lines = receipts.map((each) => `${time(each.at)}  ${what(each, language)}${colon}${say(each.reason, language)}`)
  const otherwise = otherwiseText(
    receipts[0],
    known && condition ? { ...known, audience: condition } : known,
    language,
    time,
  )
  return { memberId, lines, ...(otherwise && { otherwise }) }
}

function otherwiseText(
  receipt: Receipt | undefined,
  campaign: Campaign | undefined,
  language: Language,
  time: (at: number) => string,
): string | undefined {
  if (receipt?.outcome !== 'notEntered') return undefined
  const found = otherwiseOf(receipt, { campaign, language, localTime: time })
  const { or, semicolon } = textsIn(language).explain
  return found?.parts.map(({ ways }) => ways.map(({ text }) => text).join(or)).join(semicolon)
}
