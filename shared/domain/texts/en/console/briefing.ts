/** The page of a flight's briefing, beside what the briefing itself says. */
export const briefing = {
  title: 'Flight briefing',
  titleOf: ({ flight, date }: { flight: string; date: string }) => `Flight briefing ${flight}, ${date}`,
  begin:
    'Whom the crew of a flight should recognise, cabin by cabin, with what last went wrong and what was done about it.',
  flight: 'Flight number',
  date: 'Date of departure, at its origin',
  atMost: 'Members per cabin',
  show: 'Show',
  print: 'Print',
  noRight: 'A briefing names people: it needs the right to personal data.',
  counts: ({ highValue, unanswered }: { highValue: number; unanswered: number }) =>
    `${highValue} of high value, ${unanswered} for whose last trouble nothing was done yet`,
}
