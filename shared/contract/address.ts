import { domainToASCII } from 'node:url'

/**
 * An e-mail address as addresses are compared: what is one mailbox has one form. `Name <address>` is its address, letters
 * are small ones (no mailbox provider tells two people apart by them) in Unicode's composed form, the domain is in ASCII
 * as mail servers write it, and ends without a dot. What is no address comes back as it is, but for that.
 *
 * It is not what mail is sent to: that is the address as it was given.
 */
export function canonicalAddress(text: string): string {
  const bare = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text
  const address = bare.trim().normalize('NFC').toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 0) return address
  const domain = address.slice(at + 1).replace(/\.$/, '')
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`
}
