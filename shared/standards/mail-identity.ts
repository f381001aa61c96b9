/** What SES lets an account send from: a verified domain with all below it, or one verified address. */

/** Whether a sender, in the form of {@link readSender}, may be used with the identity. */
export function liesIn(sender: string, identity: string): boolean {
  const address = /<([^<>]*)>$/.exec(sender)?.[1] ?? sender
  if (identity.includes('@')) return address === identity
  const domain = address.slice(address.indexOf('@') + 1)
  return domain === identity || domain.endsWith(`.${identity}`)
}

/** The same for a condition on `ses:FromAddress`, which tells large letters from small ones. */
export function senderPatterns(identity: string): string[] {
  return identity.includes('@') ? [identity] : [`*@${identity}`, `*@*.${identity}`]
}
