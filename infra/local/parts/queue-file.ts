import type { DatabaseSync } from 'node:sqlite'
import { PersistenceManager } from '../../../node_modules/fauxqs/dist/persistence.js'

/**
 * fauxqs' messages on disk (SQLite), with two changes.
 *
 * The changes of one call are one transaction, committed before the call is answered: a message that moves to the
 * dead-letter queue cannot get lost in between, and ten messages cost one commit. Commits are not forced to the disk, which
 * surviving a kill does not require.
 */
export class QueueFile extends PersistenceManager {
  #inTransaction = false

  constructor(directory: string) {
    super(directory)
    databaseOf(this).exec('PRAGMA synchronous = NORMAL')
  }

  override insertMessage(...message: Parameters<PersistenceManager['insertMessage']>): void {
    this.#join()
    super.insertMessage(...message)
  }

  override deleteMessage(messageId: string): void {
    this.#join()
    super.deleteMessage(messageId)
  }

  override updateMessageInflight(...message: Parameters<PersistenceManager['updateMessageInflight']>): void {
    this.#join()
    super.updateMessageInflight(...message)
  }

  /** The library's own version also clears the receive count, which its schema rejects: the message would be lost. */
  override updateMessageReady(messageId: string): void {
    this.#join()
    databaseOf(this)
      .prepare('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?')
      .run(messageId)
  }

  /** A handler runs to its end before any microtask, and its answer is sent after this one. */
  #join(): void {
    if (this.#inTransaction) return
    databaseOf(this).exec('BEGIN')
    this.#inTransaction = true
    queueMicrotask(() => {
      this.#inTransaction = false
      databaseOf(this).exec('COMMIT')
    })
  }
}

/** The library does not expose its database. */
function databaseOf(file: PersistenceManager): DatabaseSync {
  return (file as unknown as { db: DatabaseSync }).db
}
