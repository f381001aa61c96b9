/** The latest sample of history, with which drafts are rehearsed (domain/sample). */
export interface Samples {
  /** As it was written (compressed JSON). Undefined: none was made yet, or it has expired. */
  read(): Promise<Uint8Array | undefined>
  /** In place of the one before. */
  write(bytes: Uint8Array, now: number): Promise<void>
  remove(): Promise<void>
}
