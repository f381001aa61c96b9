export const satisfaction = {
  summary: 'what drives low scores, by topic, month and route; and where satisfaction has dropped',
  description:
    'For each topic of your surveys: the mean rating, how closely it goes together with recommending the airline, and what ' +
    'to see to first. Then the routes and stations whose ratings were worse last week than in the twelve weeks before by more than chance.',
  options: {
    month: 'which month, such as 2026-09 (default: this one)',
    place: 'a route such as PEK-SHA, or a station such as PEK (default: all)',
  },
}
