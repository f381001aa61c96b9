import { inWords, valueNames } from '../rule-words.ts'

const names: Readonly<Record<string, string>> = {
  pnr: 'booking reference',
  nps: 'mark of recommendation (0 to 10)',
  distanceKm: 'distance in km',
}

/** Fields of events, and values of theirs that are written as a code, as a receipt shows them. */
export const fields = {
  name: (field: string): string => names[field] ?? inWords(field),
  value: (field: string, value: string): string => valueNames[field]?.[value] ?? value,
}
