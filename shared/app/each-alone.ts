/** A message of a queue. */
export interface QueueMessage {
  messageId: string
  body: string
  /** How often it was received, this time included; 1 where nobody counts. */
  receives?: number
  /** What the sender says beside the body, as text. */
  attributes?: Readonly<Record<string, string>>
}

/** Called with an error and the messages it concerns, which are tried again. */
export type Fail = (error: unknown, some: readonly { messageId: string }[]) => void

/** Handles each message alone, so that an error harms no other. Gives the ids of those to be tried again. */
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
