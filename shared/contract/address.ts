import { domainToASCII } from 'node:url'

/**
 * An email address in its canonical form for comparison: one mailbox has one form. `Name <address>` is reduced to the
 * address; letters are lower case (no mailbox provider distinguishes people by case) and in Unicode's composed form; the
 * domain is in ASCII, as mail servers write it, without a final dot. Anything that is not an address is only normalised in
 * the same way.
 *
 * Emails are not sent to this form but to the address as it was given.
 */
export function canonicalAddress(text: string): string {
  const bare = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text
  const address = bare.trim().normalize('NFC').toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 0) return address
  const domain = address.slice(at + 1).replace(/\.$/, '')
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`
}
