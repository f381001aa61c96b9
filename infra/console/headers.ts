import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * The headers of every file of the console: scripts, styles and calls from its own address only, no embedding, no referrer.
 * @param issuers addresses at which people sign in, beside its own
 */
export function securityHeaders(issuers: readonly string[] = []): Record<string, string> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'connect-src': ["'self'", ...issuers].join(' '),
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-src': "'self'",
    'frame-ancestors': "'none'",
  }
  return headersOf(policy)
}

/** The page in whose frame a mail is shown, as a browser is sent it. */
export const MAIL_FRAME = '/mail.html'

/**
 * What that page is sent with. A mail is made of inline styles, which no page of the console may have: in its frame they are all it
 * may have. Images from elsewhere are not fetched, its forms and scripts do nothing, and only the console embeds it.
 */
export function mailFrameHeaders(): Record<string, string> {
  return headersOf({
    'default-src': "'none'",
    'script-src': `'sha256-${scriptHash()}'`,
    'style-src': "'unsafe-inline'",
    // Pictures of its own bucket, which are shown at the same address.
    'img-src': "'self' data:",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'",
  })
}

/** What pictures of emails are sent with: opened by themselves they are pictures, and nothing else. */
export function pictureHeaders(): Record<string, string> {
  return headersOf({ 'default-src': "'none'", sandbox: '' })
}

/** Of the one script that the page brings. A frame that has no address of its own could fetch none. */
function scriptHash(): string {
  const page = readFileSync(new URL(`../../console/public${MAIL_FRAME}`, import.meta.url), 'utf8')
  const [, script = ''] = /<script>(.*?)<\/script>/s.exec(page) ?? []
  return createHash('sha256').update(script).digest('base64')
}

function headersOf(policy: Record<string, string>): Record<string, string> {
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`.trim())
      .join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
