/** A browser unpacks by streams. What the pipeline packs is on the server. */
export function gunzipSync(): never {
  throw new Error('nothing is unpacked at once in a browser')
}

export function gzipSync(): never {
  return gunzipSync()
}
