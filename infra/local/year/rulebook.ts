import { loadRulebook } from '../../../shared/domain/rulebook/load.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'

/** The made-up year's campaigns, as a marketer would write them. What came of each is in `responses.ts`. */
const FILES: Readonly<Record<string, string>> = {
  'wingback.yaml': `airline: { name: Cranewing Air }
zone: Asia/Shanghai
locale: en
mail: { from: care@example.com }
holdoutSalt: "2025"
measure:
  currency: CNY
  plannedMembers: 4000
  minimumEffect: 3%
  mail: 0.02 CNY
  upgrades: { C: 900 CNY }
`,
  'budgets.yaml': 'budgets: { winback: { limit: 5000000 CNY, mileValue: 0.05 CNY } }',
  'templates/letter/en.mjml': 'letter {{ unsubscribeUrl }}',
  'audiences/gone-quiet.yaml': `audience: gone-quiet
who: { lastFlight: { atLeast: 180d } }
`,
  'campaigns/we-miss-you.yaml': `campaign: we-miss-you
name: We miss you
trigger: { audience: gone-quiet, on: entered }
guardrails: { oncePer: ever, holdout: 20% }
steps: [{ email: letter }]
goal: { event: booking.created, within: 30d }
`,
  'campaigns/miles-after-a-flight.yaml': `campaign: miles-after-a-flight
name: Miles after a flight
trigger: flight.completed
guardrails: { oncePer: ever, holdout: 20% }
budget: winback
steps: [{ compensation: { miles: 5000, reason: thanks } }, { email: letter }]
goal: { event: booking.created, within: 30d }
`,
  'campaigns/birthday.yaml': `campaign: birthday
name: Birthday wishes
trigger: { date: birthday, at: "09:00" }
guardrails: { oncePer: year, holdout: 20% }
steps: [{ email: letter }]
goal: { event: booking.created, within: 30d }
`,
  'campaigns/first-class.yaml': `campaign: first-class
name: A look at first class
trigger: { event: survey.answered, where: { event: { nps: { atLeast: 9 } } } }
audience: { tier: [gold, platinum] }
guardrails: { oncePer: ever, holdout: 30% }
steps: [{ email: letter }]
goal: { event: booking.created, within: 30d }
`,
}

export async function yearsRulebook(): Promise<Rulebook> {
  const loaded = await loadRulebook(FILES, async (source) => ({
    ok: true,
    template: { subject: 'A letter', html: source, text: source },
  }))
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  return loaded.rulebook
}
