/** A queue's message. */
export interface QueueMessage {
  messageId: string
  body: string
  /** How often it was taken from the queue, this time included; 1 where nobody counts. */
  receives?: number
}

/** Is told what failed, and of which messages: they are tried again. */
export type Fail = (error: unknown, some: readonly { messageId: string }[]) => void

/**
 * Does the work of each message by itself, so that what one of them throws harms that one alone. Gives the ids of
 * those to be tried again.
 */
export async function eachAlone<M extends QueueMessage>(
  messages: readonly M[],
  work: (message: M) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<string[]> {
  const failed: string[] = []
  for (const message of messages) {
    try {
      await work(message)
    } catch (error) {
      onError(error)
      failed.push(message.messageId)
    }
  }
  return failed
}
