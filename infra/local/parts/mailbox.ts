import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { type Email, getStoreReadonly } from 'aws-ses-v2-local/dist/store.js'

/** The emails that the viewer shows: the last few thousand, also after a restart if there is a file. */
export interface Mailbox {
  /** Gives an email that was just stored its id, its tags and its time (epoch ms), and keeps it. */
  keep(doublesId: unknown, given: { messageId: string; tags: Record<string, string>; at: number }): Email
  /** Keeps a message of another channel, once, to be shown beside the emails; it does not count as one. */
  show(message: ShownMessage): void
  /** Emails stored by this process and found at its start. */
  count(): number
  /** Whether an email of this id is stored. */
  holds(messageId: string): boolean
  clear(): void
}

/** A message of the airline's own channels, as the viewer shows it. */
export interface ShownMessage {
  messageId: string
  /** The channel. */
  from: string
  to: string
  subject: string
  text: string
  /** Epoch ms. */
  at: number
}

/** What is stored of an email, or of a message that is shown like one. */
type Kept = Email & { isMessage?: true }

const MAILS_AT_MOST = 5_000

/** `file`: one email per line, oldest first. When it is full it becomes `<file>.old`, and a new one begins. */
export function openMailbox(file: string | undefined): Mailbox {
  const old = file === undefined ? [] : readMails(`${file}.old`)
  const current = file === undefined ? [] : readMails(file)
  const found = [...old, ...current].slice(-MAILS_AT_MOST)
  getStoreReadonly().emails.push(...found)
  let count = found.filter(({ isMessage }) => !isMessage).length
  let lines = current.length

  return {
    keep(doublesId, { messageId, tags, at }) {
      const { emails } = getStoreReadonly()
      const mail = emails.findLast((each) => each.messageId === doublesId)!
      Object.assign(mail, { messageId, tags, at: Math.floor(at / 1000) })
      bound()
      if (file !== undefined) append(file, mail)
      count += 1
      return mail
    },
    show({ messageId, from, to, subject, text, at }) {
      const { emails } = getStoreReadonly()
      if (emails.some((each) => each.messageId === messageId)) return
      const destination = { to: [to], cc: [], bcc: [] }
      const about = { messageId, from, replyTo: [], destination, subject, body: { text }, attachments: [], headers: [] }
      const message: Kept = { ...about, at: Math.floor(at / 1000), isMessage: true }
      emails.push(message)
      bound()
      if (file !== undefined) append(file, message)
    },
    count: () => count,
    holds: (messageId) => getStoreReadonly().emails.some((each) => each.messageId === messageId),
    clear() {
      count = 0
      lines = 0
      if (file !== undefined) for (const each of [file, `${file}.old`]) rmSync(each, { force: true })
    },
  }

  function bound(): void {
    const { emails } = getStoreReadonly()
    if (emails.length > MAILS_AT_MOST) emails.splice(0, emails.length - MAILS_AT_MOST)
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

/** A damaged line is skipped: an email cut short by a full disk or a kill was never acknowledged. */
function readMails(file: string): Kept[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n')
  return text.split('\n').flatMap((line) => mailIn(line) ?? [])
}

function mailIn(line: string): Kept | undefined {
  try {
    return JSON.parse(line) as Kept
  } catch {
    return undefined
  }
}
