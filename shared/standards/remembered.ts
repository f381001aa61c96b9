import type { Named } from './named.ts'

const AT_MOST = 2000
const LONGEST = 100

/** A reader that does not ask twice: what is asked of Temporal or Intl takes long, and few names occur. */
export function remembered(read: (text: string) => Named): (text: string) => Named {
  const known = new Map<string, Named>()
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
