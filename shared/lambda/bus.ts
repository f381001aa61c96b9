import { createBus } from '../adapters/aws/bus.ts'
import { createEventBridgeClient } from '../adapters/aws/clients.ts'
import { patient } from '../adapters/aws/retry.ts'
import { env, required } from './environment.ts'
import { local } from './local.ts'
import { once } from './once.ts'

const eventBridge = /* @__PURE__ */ once(() => createEventBridgeClient(local(env().ENDPOINT_EVENTS)))

/** The bus for Wingback's announcements. */
export const busPort = /* @__PURE__ */ once(() =>
  createBus({ client: eventBridge(), name: required('BUS_NAME'), patience: patient }),
)
