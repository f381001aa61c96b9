import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { type Email, getStoreReadonly } from 'aws-ses-v2-local/dist/store.js'

/** The mails the viewer shows: the last few thousand, also after a restart where there is a file. */
export interface Mailbox {
  /** Gives a mail that the double has just stored its id, its tags and its time (epoch ms), and keeps it. */
  keep(doublesId: unknown, given: { messageId: string; tags: Record<string, string>; at: number }): Email
  /** Mails kept by this process and found at its start. */
  count(): number
  /** Whether a mail of this id is kept. */
  holds(messageId: string): boolean
  clear(): void
}

const MAILS_AT_MOST = 5_000

/** `file`: one mail a line, the oldest first. When it is full it becomes `<file>.old`, and a new one is begun. */
export function openMailbox(file: string | undefined): Mailbox {
  const old = file === undefined ? [] : readMails(`${file}.old`)
  const current = file === undefined ? [] : readMails(file)
  const found = [...old, ...current].slice(-MAILS_AT_MOST)
  getStoreReadonly().emails.push(...found)
  let count = found.length
  let lines = current.length

  return {
    keep(doublesId, { messageId, tags, at }) {
      const { emails } = getStoreReadonly()
      const mail = emails.findLast((each) => each.messageId === doublesId)!
      Object.assign(mail, { messageId, tags, at: Math.floor(at / 1000) })
      if (emails.length > MAILS_AT_MOST) emails.splice(0, emails.length - MAILS_AT_MOST)
      if (file !== undefined) append(file, mail)
      count += 1
      return mail
    },
    count: () => count,
    holds: (messageId) => getStoreReadonly().emails.some((each) => each.messageId === messageId),
    clear() {
      count = 0
      lines = 0
      if (file !== undefined) for (const each of [file, `${file}.old`]) rmSync(each, { force: true })
    },
  }

  function append(path: string, mail: Email): void {
    if (lines >= MAILS_AT_MOST) {
      renameSync(path, `${path}.old`)
      lines = 0
    }
    appendFileSync(path, `${JSON.stringify(mail)}\n`)
    lines += 1
  }
}

/** A torn line is left out: a mail that a full disk or a kill cut short was never answered for. */
function readMails(file: string): Email[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n')
  return text.split('\n').flatMap((line) => mailIn(line) ?? [])
}

function mailIn(line: string): Email | undefined {
  try {
    return JSON.parse(line) as Email
  } catch {
    return undefined
  }
}
