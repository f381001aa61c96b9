import type { Guest, LastTrouble } from './briefing.ts'
import type { textsIn } from './texts/index.ts'
import type { ScoreTexts } from './texts/scores.ts'

/** What a briefing says, and amounts and values as everywhere. */
export type BriefingTexts = Pick<ScoreTexts, 'briefing'> & Pick<ReturnType<typeof textsIn>, 'amounts' | 'diff'>

/** The cells of a guest's row, in the order of `heads`. */
export function guestCells(guest: Guest, texts: BriefingTexts): string[] {
  const { memberId, name, tier, valueGroup, churnRisk, preferences, lastTrouble } = guest
  const wishes = Object.entries(preferences).map(([what, which]) => `${what}: ${which}`)
  return [
    name || '-',
    memberId,
    tier === null ? '-' : texts.diff.rule.value('tier', tier),
    valueGroup === null ? '-' : texts.briefing.values[valueGroup],
    churnRisk === null ? '-' : churnRisk.toFixed(2),
    wishes.join(', ') || '-',
    lastTrouble ? troubleText(lastTrouble, texts) : '-',
    lastTrouble ? givenText(lastTrouble, texts) : '-',
  ]
}

function troubleText(
  { kind, category, isOpen, delayMinutes, on, leg }: LastTrouble,
  { briefing, diff }: BriefingTexts,
): string {
  const what =
    category === null
      ? briefing.troubles[kind]
      : briefing.complaint({ category: diff.rule.value('category', category), isOpen })
  return briefing.trouble({ what, minutes: delayMinutes ?? undefined, on, flight: leg?.split(':')[0] })
}

function givenText({ given }: LastTrouble, { briefing, amounts }: BriefingTexts): string {
  const grants = given.map(({ amount, currency, kind }) => amounts.grant(amount, currency ?? kind))
  return grants.join(', ') || briefing.nothing
}
