import type { ComplaintCategory } from '../../../scores/complaints/categories.ts'

/** What `wingback triage` and the training of its model say. */
export const triage = {
  names: {
    delay: 'delay',
    cancellation: 'cancellation',
    baggage: 'baggage',
    crew: 'crew',
    onboard: 'on board',
    airport: 'airport',
    booking: 'booking',
    service: 'service',
    other: 'other',
  } satisfies Record<ComplaintCategory, string> as Record<ComplaintCategory, string>,
  heads: ['category', 'severity', 'language', 'confidence', 'text'],
  unsure: (category: string) => `unsure (${category}?)`,
  noTexts: 'there is no text with a category',
  noCategory: ({ category }: { category: string }) => `there is no category "${category}"`,
  categories: ({ category, meant, all }: { category: string; meant: string | undefined; all: readonly string[] }) =>
    meant ? `did you mean "${meant}"?` : `--map "${category}=…" says which one it is: ${all.join(', ')}`,
  map: (given: string) => `${given} is not NAME=CATEGORY`,
  tooFew: ({ texts, least }: { texts: number; least: number }) =>
    `${texts} texts are too few to learn from: at least ${least} are needed`,
  tested: ({ texts, leftOut }: { texts: string; leftOut: string }) =>
    `${texts} texts (${leftOut} without a text or category left out). Each was sorted by a model that learned from others.`,
  reportHeads: ['category', 'texts', 'precision', 'recall', 'F1', 'F1 of the word lists'],
  mean: 'mean',
  rated: ({ texts, leftOut }: { texts: string; leftOut: string }) =>
    `${texts} texts with a rating (${leftOut} without one left out).`,
  ratedHeads: ['severity', 'texts', 'mean rating'],
  severity: 'Severity by words',
  length: 'The length of the text (baseline)',
  goesWith: ({ of, by, range }: { of: string; by: string; range: string }) =>
    `${of} goes with worse ratings by ${by} (Spearman, ${range} with 95 %).`,
  theModel: 'The model',
  theWords: 'The word lists',
  sure: ({ of, right, sure, rightWhereSure }: { of: string; right: string; sure: string; rightWhereSure: string }) =>
    `${of}: ${right} right. Sure of ${sure}, and right in ${rightWhereSure} of those.`,
  noBetter: 'The model is no better than the word lists: do not use it.',
  written: ({ out, version, groups, bytes }: { out: string; version: string; groups: string; bytes: string }) =>
    `Written to ${out}, version ${version}: ${groups} groups of letters in ${bytes} bytes.`,
}
