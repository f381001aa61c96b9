import { gzipSync } from 'node:zlib'
import type { Sample } from '../../domain/sample/sample.ts'

/** A Lambda answers 6 MB, of which base64 takes a quarter. */
export const SAMPLE_BYTES_AT_MOST = 4 * 1024 * 1024

export function packSample(sample: Sample): Uint8Array {
  return gzipSync(JSON.stringify(sample))
}
