/** What `wingback satisfaction` says. */
export const satisfaction = {
  everywhere: 'everywhere',
  head: ({ answers, place, month }: { answers: string; place: string; month: string }) =>
    `${answers === '1' ? '1 answer' : `${answers} answers`}, ${place}, ${month}. What to see to first comes first:`,
  heads: ['topic', 'answers', 'rating of 5 (95 %)', 'goes together with recommending (95 %)', 'priority'],
  tooFew: 'too few answers',
  places: (places: string) => `Most answers: ${places}. Ask for one with --place.`,
  hotSpots: ({ week }: { week: string }) =>
    `Worse than in the twelve weeks before by more than chance, in the week of ${week}:`,
  noHotSpots: ({ week }: { week: string }) =>
    `Nothing was worse than in the twelve weeks before by more than chance in the week of ${week}.`,
  hotSpot: ({
    place,
    topic,
    mean,
    before,
    answers,
    answersBefore,
  }: {
    place: string
    topic: string
    mean: number
    before: number
    answers: number
    answersBefore: number
  }) => `  ${place}, ${topic}: ${mean.toFixed(2)} (${answers} answers), before ${before.toFixed(2)} (${answersBefore})`,
  foot: 'A correlation is no cause: docs/scores.md.',
}
