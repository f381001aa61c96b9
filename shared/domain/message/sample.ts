import type { MessageData } from './data.ts'

const NAMED = { name: 'Sample', givenName: 'Sample', familyName: 'Traveller' }
const NAMED_ZH = { name: '示例会员', givenName: '会员', familyName: '示例' }

/**
 * A member and a journey in which everything is known: what templates are tried with before they are published, and
 * shown with while they are written. Nobody real.
 */
export function sampleData(locale: string, airline: Readonly<Record<string, string>>): MessageData {
  return {
    locale,
    zone: 'Asia/Shanghai',
    member: { ...(locale.startsWith('zh') ? NAMED_ZH : NAMED), tier: 'gold', homeAirport: 'PEK' },
    airline,
    campaign: { id: 'sample-campaign', name: 'Sample campaign', class: 'marketing' },
    complaint: { id: 'SAMPLE-1', category: 'delay', severity: 4 },
    flight: { number: 'XW1501', from: 'PEK', to: 'SHA' },
    disruption: { kind: 'delay', delayMinutes: 190, rights: 'CN', careDue: true, refundRight: true },
    compensation: { kind: 'miles', amount: 5000, currency: '', basis: 'goodwill', law: '', paragraphs: '' },
    statutory: SAMPLE_OWED.statutory,
    offer: {
      cabin: 'C',
      expiresAt: Date.UTC(2026, 9, 21, 4),
      acceptUrl: 'https://links.example.com/o/sample?answer=accepted',
      declineUrl: 'https://links.example.com/o/sample?answer=declined',
    },
    unsubscribeUrl: 'https://links.example.com/u/sample',
  }
}

/** What the law owes, for templates that speak of that rather than of goodwill. */
export const SAMPLE_OWED = {
  compensation: {
    kind: 'cash',
    amount: 250_00,
    currency: 'EUR',
    basis: 'statutory',
    law: 'EU261',
    paragraphs: 'Regulation (EC) No 261/2004, Art. 7(1)(a)',
  },
  statutory: { amount: 250_00, currency: 'EUR' },
} satisfies Partial<MessageData>
