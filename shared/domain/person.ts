/**
 * Whether two names are one person's. What was written down before people had names of their own is an ARN, whose end
 * is the name.
 */
export function samePerson(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(name: string): string {
  const own = name.startsWith('arn:') ? name.slice(name.lastIndexOf('/') + 1) : name
  return own.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
