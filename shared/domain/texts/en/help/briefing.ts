export const briefing = {
  summary: 'which members of a flight its crew should recognise',
  description:
    'For each leg of a flight and date, cabin by cabin: name, tier, churn risk, preferences, what last went wrong within a year, and ' +
    'what was given since. First come members for whose trouble nothing was done yet, then those who fly most. Shows personal ' +
    'data. Members are found by the number they booked.',
  arguments: { flight: 'airline and number, such as CA123', date: 'scheduled date at the origin, such as 2026-10-20' },
  options: { atMost: 'members shown in each cabin' },
}
