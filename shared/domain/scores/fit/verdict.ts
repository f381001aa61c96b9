/** What came of a fit: only what is `better` is proposed. */
export type FitVerdict = 'too-few' | 'not-better-than-plain' | 'not-better-than-live' | 'better'
