import { UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { type ReactNode, useEffect, useState } from 'react'
import { signCallsWith, whenSignedOut } from '../api/client.ts'
import { Problem } from '../parts/problem.tsx'
import { Known } from './known.tsx'
import type { ConsoleSettings } from './settings.ts'
import { SigningContext } from './signing.ts'

type Oidc = Extract<ConsoleSettings['signIn'], { kind: 'oidc' }>

/**
 * Signs in at the airline's issuer, by code and PKCE. Tokens are kept for this tab alone. Whoever is sent away to sign in
 * comes back to the page that they opened.
 */
export default function Oidc({ signIn, children }: { signIn: Oidc; children: ReactNode }) {
  const [manager] = useState(() => managerFor(signIn))
  const [id, setId] = useState<string>()
  const [error, setError] = useState<Error>()

  useEffect(() => {
    signedIn(manager).then(setId, setError)
  }, [manager])

  if (error) return <Problem error={error} again={() => location.assign('/')} />
  if (id === undefined) return null
  const signOut = () =>
    void manager.signoutRedirect().catch(() => manager.removeUser().then(() => location.assign('/')))
  return (
    <SigningContext.Provider value={{ kind: 'oidc', signOut }}>
      <Known id={id}>{children}</Known>
    </SigningContext.Provider>
  )
}

function managerFor({ issuer, clientId, scope }: Oidc): UserManager {
  const here = `${location.origin}/`
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: here,
    post_logout_redirect_uri: here,
    response_type: 'code',
    scope,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
  })
}

/** Who is signed in, as their token says; who is not is sent to the issuer, and this never comes to an end. */
async function signedIn(manager: UserManager): Promise<string | undefined> {
  const query = new URLSearchParams(location.search)
  if (query.has('state') && (query.has('code') || query.has('error'))) {
    const { state } = await manager.signinCallback().then((user) => ({ state: user?.state }))
    history.replaceState(null, '', typeof state === 'string' && state.startsWith('/') ? state : '/')
  }
  const goToSignIn = () => manager.signinRedirect({ state: location.pathname + location.search })
  const user = await manager.getUser()
  if (!user || user.expired) {
    await goToSignIn()
    return undefined
  }
  whenSignedOut(() => void goToSignIn())
  signCallsWith(async () => {
    const current = await manager.getUser()
    return current ? { authorization: `Bearer ${current.access_token}` } : {}
  })
  return user.profile.sub
}
