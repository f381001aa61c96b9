/** What was typed and not saved yet, kept in this browser: by draft, file and tab. It outlives a reload and a crash. */
export interface Kept {
  text: string
  /** The name of the text that it was written over. */
  rests: string | null
  at: number
}

const PREFIX = 'wingback.kept'
const TAB = 'wingback.tab'

/** This tab's own name. It holds a lock by it, so that others see that it is open. A tab that was copied takes another name. */
const tab: Promise<string> = (async () => {
  const own = sessionStorage.getItem(TAB) ?? crypto.randomUUID()
  const name = (await hold(own)) ? own : crypto.randomUUID()
  if (name !== own) await hold(name)
  sessionStorage.setItem(TAB, name)
  return name
})()

function hold(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`${TAB}.${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      // Until the tab is closed.
      return lock && new Promise(() => {})
    })
  })
}

const keyOf = (draft: string, path: string, name: string) => `${PREFIX}.${draft}.${path}.${name}`

export async function keep(draft: string, path: string, kept: Kept): Promise<void> {
  localStorage.setItem(keyOf(draft, path, await tab), JSON.stringify(kept))
}

export async function forget(draft: string, path: string): Promise<void> {
  localStorage.removeItem(keyOf(draft, path, await tab))
}

/** What this tab kept, or the latest of a tab that is no longer open, which is this tab's from then on. */
export async function takeKept(draft: string, path: string): Promise<Kept | undefined> {
  const own = await tab
  const mine = read(keyOf(draft, path, own))
  if (mine) return mine
  const { held = [] } = await navigator.locks.query()
  const open = new Set(held.map(({ name }) => name))
  const prefix = `${PREFIX}.${draft}.${path}.`
  const left = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix) && !open.has(`${TAB}.${key.slice(prefix.length)}`))
    .flatMap((key) => {
      const kept = read(key)
      return kept ? [{ key, kept }] : []
    })
    .sort((a, b) => b.kept.at - a.kept.at)
  const [latest] = left
  if (!latest) return undefined
  localStorage.removeItem(latest.key)
  await keep(draft, path, latest.kept)
  return latest.kept
}

function read(key: string): Kept | undefined {
  const text = localStorage.getItem(key)
  return text === null ? undefined : (JSON.parse(text) as Kept)
}
