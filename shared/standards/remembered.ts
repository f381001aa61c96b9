const AT_MOST = 2000
const LONGEST = 100

/** A reader that does not ask twice: what is asked of Temporal or Intl takes long, and few names occur. */
export function remembered<T extends object>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    let name = known.get(text)
    if (!name) {
      name = read(text)
      if (known.size >= AT_MOST) known.clear()
      if (text.length <= LONGEST) known.set(text, name)
    }
    return name
  }
}
