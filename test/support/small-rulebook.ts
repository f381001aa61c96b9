/** A rulebook that says no more than the tests of the pipeline need: one campaign a kind of event. */

const mail = (subject: string, body = '') => `---
subject: "${subject}"
---
<mjml lang="en">
  <mj-body><mj-section><mj-column>
    <mj-text>Dear {{ member.name }}, ${body}</mj-text>
    <mj-text><a href="{{ unsubscribeUrl }}">unsubscribe</a></mj-text>
  </mj-column></mj-section></mj-body>
</mjml>
`

export const smallRulebook: Readonly<Record<string, string>> = {
  'wingback.yaml': `airline: { name: Cranewing Air }
zone: Asia/Shanghai
locale: en
mail: { from: care@example.com }
disruptionMutes: 15m
holdoutSalt: "2026"
`,
  'budgets.yaml': 'budgets: { care: { limit: 1000000 CNY, mileValue: 0.05 CNY } }',
  'templates/hello/en.mjml': mail('Hello'),
  'templates/sorry/en.mjml': mail('Sorry', '{{ compensation.amount }} miles'),
  'templates/offer/en.mjml': mail(
    'Offer',
    '<a href="{{ offer.acceptUrl }}">yes</a> <a href="{{ offer.declineUrl }}">no</a>',
  ),
  'campaigns/apology.yaml': `campaign: apology
name: Apology
trigger: complaint.filed
guardrails: { oncePer: complaint, whileCaseOpen: true }
audience: { hasEmail: true }
budget: care
steps:
  - compensation: { miles: 1000, reason: service-recovery }
  - email: sorry
`,
  'campaigns/booked.yaml': `campaign: booked
name: Thank you for booking
trigger: booking.created
audience: { hasEmail: true }
steps:
  - email: hello
`,
  'campaigns/upgrade.yaml': `campaign: upgrade
name: Upgrade
trigger: survey.answered
audience: { hasEmail: true }
steps:
  - upgradeOffer: { cabin: C, validFor: 7d }
  - email: offer
`,
  'campaigns/care.yaml': `campaign: care
name: Care
class: service
trigger: member.disrupted
guardrails: { oncePer: flight }
audience: { hasEmail: true }
steps:
  - email: hello
`,
}
