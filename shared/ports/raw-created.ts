import { randomUUID } from 'node:crypto'
import type { Envelope } from '../contract/index.ts'
import { rawStore } from '../pipeline.ts'

/** The store's notification that a message was kept, in the form S3 sends it over EventBridge. */
export function createdOf(key: string, now: number): Envelope {
  return {
    id: randomUUID(),
    source: rawStore.source,
    'detail-type': rawStore.created,
    time: new Date(now).toISOString(),
    detail: { bucket: { name: rawStore.bucket }, object: { key } },
  }
}
