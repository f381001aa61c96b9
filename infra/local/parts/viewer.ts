import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'

/**
 * The viewer shows an email in a frame, but the pages behind emails cannot be framed (which protects their buttons), so
 * links open outside, as in email programs. Names in other scripts are shown as they were written.
 */
const AS_IN_MAIL_PROGRAMS = `<script>
const decoded = (text) => text.replace(/\\?= =\\?/g, '?==?').replace(/=\\?UTF-8\\?B\\?([^?]*)\\?=/g, (_, word) =>
  new TextDecoder().decode(Uint8Array.from(atob(word), (byte) => byte.charCodeAt(0))))
new MutationObserver(() => {
  for (const { contentDocument } of document.querySelectorAll('iframe'))
    if (contentDocument && !contentDocument.querySelector('base')) contentDocument.head.innerHTML += '<base target="_blank">'
  for (const line of document.querySelectorAll('.email p'))
    if (line.lastChild.nodeType === 3) line.lastChild.data = decoded(line.lastChild.data)
}).observe(document, { childList: true, subtree: true })
</script>`

const page = readFileSync(createRequire(import.meta.url).resolve('aws-ses-v2-local/static/index.html'), 'utf8')

/** The page of aws-ses-v2-local's viewer. */
export function sendViewer(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(page + AS_IN_MAIL_PROGRAMS)
}
