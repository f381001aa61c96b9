/** Files of other systems are not read in a browser: what reads them comes along with the pipeline. */
export function isUtf8(): never {
  throw new Error('no files of other systems are read in a browser')
}

/** What the pipeline uses of Node's `Buffer` for texts: their length in UTF-8, and base64. */
const TextBuffer = {
  byteLength: (text: string) => new TextEncoder().encode(text).length,
  from: (text: string) => ({
    toString(form: 'base64' | 'base64url') {
      const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(text)))
      return form === 'base64' ? base64 : base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    },
  }),
}

/** Where the pipeline runs in a browser. */
export function provideBuffer(): void {
  Object.assign(globalThis, { Buffer: TextBuffer })
}
