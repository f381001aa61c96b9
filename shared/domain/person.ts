/** Whether two names are the same person's. Names from before people had names of their own are ARNs, which end in the name. */
export function samePerson(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(name: string): string {
  const own = name.startsWith('arn:') ? name.slice(name.lastIndexOf('/') + 1) : name
  return own.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
