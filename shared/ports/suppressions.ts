/** Why an address is never written to again: it bounced permanently, or an email to it was reported as spam. */
export interface SuppressedAddress {
  why: 'bounce' | 'complaint'
  /** Since when, epoch ms. */
  at: number
}

/**
 * Addresses that are never written to again, whoever has them now or later. They are stored as a keyed hash of their
 * canonical form (`canonicalAddress`), so that no address is kept: this outlives the member it came from.
 */
export interface Suppressions {
  /** The first reason for an address stays. */
  add(address: string, suppressed: SuppressedAddress): Promise<void>
  /** Strongly consistent: it sees everything added before the call. */
  read(address: string): Promise<SuppressedAddress | undefined>
}
