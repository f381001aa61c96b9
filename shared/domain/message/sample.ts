import type { MessageData } from './data.ts'

/**
 * A member and a journey in which everything is known: what templates are tried with before they are published, and
 * shown with while they are written. Nobody real.
 */
export function sampleData(locale: string, airline: Readonly<Record<string, string>>): MessageData {
  return {
    locale,
    zone: 'Asia/Shanghai',
    member: { name: 'Sample', givenName: 'Sample', familyName: 'Traveller', tier: 'gold', homeAirport: 'PEK' },
    airline,
    campaign: { id: 'sample-campaign', name: 'Sample campaign' },
    complaint: { id: 'SAMPLE-1', category: 'delay', severity: 4 },
    flight: { number: 'XW1501', from: 'PEK', to: 'SHA' },
    disruption: { kind: 'delay', delayMinutes: 190, rights: 'CN' },
    compensation: { kind: 'miles', amount: 5000, currency: '' },
    offer: {
      cabin: 'C',
      expiresAt: Date.UTC(2026, 9, 21, 4),
      acceptUrl: 'https://links.example.com/o/sample?answer=accepted',
      declineUrl: 'https://links.example.com/o/sample?answer=declined',
    },
    unsubscribeUrl: 'https://links.example.com/u/sample',
  }
}
