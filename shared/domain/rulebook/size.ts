/**
 * How large a rulebook may be: a thousand campaigns with their emails in several languages and their examples, and hundreds of
 * audiences. What holds it: functions compile it whole as they start, and the console takes its files in one answer.
 */
export const RULEBOOK_AT_MOST = {
  /** Files of any kind. */
  files: 10_000,
  /** Those that hold rules: campaigns, audiences, connectors, models and what is there once. */
  documents: 2_000,
  /** Of its files' texts together. */
  bytes: 16 * 1024 * 1024,
  /** Compressed. A Lambda takes and answers 6 MB, of which base64 takes a quarter. */
  packedBytes: 4 * 1024 * 1024,
} as const
