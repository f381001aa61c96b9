import { accountIn, createZendesk } from '../adapters/zendesk.ts'
import type { HelpDesk } from '../ports/index.ts'
import { once } from './once.ts'
import { secretKeys } from './secret-keys.ts'

const ofSecret = /* @__PURE__ */ once(() => {
  const accounts = secretKeys('HELP_DESK_PARAMETER')
  return createZendesk(async (connector) => accountIn(connector, await accounts.known()))
})

let local: HelpDesk | undefined

/** The airline's help desk, with its login from Secrets Manager. */
export function helpDeskPort(): HelpDesk {
  return local ?? ofSecret()
}

/** Only for the local run, in which another part stands in for it. */
export function useHelpDesk(helpDesk: HelpDesk): void {
  local = helpDesk
}
