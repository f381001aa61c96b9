import type { Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { inConsole } from '../support/in-console.ts'

/** Signing in at an issuer, as in AWS: a made-up one, which the browser meets at an address that is nobody's. */

const { inBrowser, wingback } = await inConsole('--empty')
const ISSUER = 'https://issuer.example'
const TOKEN = 'a-token-of-wang'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The page as CloudFront would serve it, and what the issuer and the authorizer do; gives what the issuer was asked. */
async function behindIssuer(page: Page): Promise<{ asked: URL[]; tokens: URLSearchParams[] }> {
  const seen = { asked: [] as URL[], tokens: [] as URLSearchParams[] }
  const signIn = { kind: 'oidc', issuer: ISSUER, clientId: 'console', scope: 'openid wingback/console' }
  await page.route('**/console.json', (route) => route.fulfill({ json: { signIn } }))
  await page.route(`${ISSUER}/.well-known/openid-configuration`, (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { issuer: ISSUER, authorization_endpoint: `${ISSUER}/authorize`, token_endpoint: `${ISSUER}/token` },
    }),
  )
  await page.route(`${ISSUER}/authorize**`, (route) => {
    const asked = new URL(route.request().url())
    seen.asked.push(asked)
    const back = new URL(asked.searchParams.get('redirect_uri')!)
    back.search = String(new URLSearchParams({ code: 'a-code', state: asked.searchParams.get('state')! }))
    return route.fulfill({ status: 302, headers: { location: String(back) } })
  })
  await page.route(`${ISSUER}/token`, (route) => {
    seen.tokens.push(new URLSearchParams(route.request().postData() ?? ''))
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: ISSUER, aud: 'console', sub: 'wang', iat: now, exp: now + 3600 }
    const id_token = `${part({ alg: 'none' })}.${part(claims)}.`
    const json = {
      access_token: TOKEN,
      id_token,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'openid wingback/console',
    }
    return route.fulfill({ headers: { 'access-control-allow-origin': '*' }, json })
  })
  await page.route('**/console/v1/**', (route) => {
    if (isSigned(route.request()))
      return route.continue({ headers: { ...route.request().headers(), 'x-wingback-person': 'wang' } })
    return route.fulfill({ status: 401, json: { message: 'Unauthorized' } })
  })
  return seen
}

const isSigned = (request: Request) => request.headers().authorization === `Bearer ${TOKEN}`

inBrowser('with an issuer', () => {
  test('whoever opens a page signs in by code and PKCE, and comes back to it', async () => {
    const page = await wingback.as('nobody')
    const { asked, tokens } = await behindIssuer(page)
    await page.goto('/history?from=')
    await page.getByRole('heading', { name: 'History', exact: true }).waitFor()
    expect(page.url()).toMatch(/\/history/)
    const [first] = asked
    expect(Object.fromEntries(first!.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'console',
      scope: 'openid wingback/console',
      code_challenge_method: 'S256',
    })
    expect(tokens[0]!.get('code_verifier')!.length).toBeGreaterThan(40)
    await page.getByRole('button', { name: /Wang Fang/ }).waitFor()
  })

  test('a token that the API does not know any more leads to the issuer again', async () => {
    const page = await wingback.as('nobody')
    await behindIssuer(page)
    await page.goto('/')
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
    await page.route(/\/console\/v1\/history/, (route) =>
      route.fulfill({ status: 401, json: { message: 'Unauthorized' } }),
    )
    const again = page.waitForRequest((request) => request.url().startsWith(`${ISSUER}/authorize`))
    await page.getByRole('link', { name: 'History' }).click()
    expect((await again).url()).toContain('code_challenge=')
  })
})
