/** Why an address is never written to again: it bounced for good, or somebody reported a mail to it as spam. */
export interface SuppressedAddress {
  why: 'bounce' | 'complaint'
  /** Since when, epoch ms. */
  at: number
}

/**
 * Addresses that are never written to again, whoever has them and whoever will. They lie under a keyed hash of their one form
 * (`canonicalAddress`), so that nobody's address is kept: what is known here outlives the member it was learnt of.
 */
export interface Suppressions {
  /** What was said of an address first stays. */
  add(address: string, suppressed: SuppressedAddress): Promise<void>
  /** As of now: whatever was added before this is asked. */
  read(address: string): Promise<SuppressedAddress | undefined>
}
