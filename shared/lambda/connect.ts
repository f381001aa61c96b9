import { createEventBridgeClient, createS3Client } from '../adapters/aws/clients.ts'
import { createInbound } from '../adapters/aws/inbound.ts'
import { createRaw } from '../adapters/aws/raw.ts'
import { patient } from '../adapters/aws/retry.ts'
import { env, required } from './environment.ts'
import { local } from './local.ts'
import { once } from './once.ts'

/** Messages of other systems, as they arrived. */
export const rawPort = /* @__PURE__ */ once(() =>
  createRaw(createS3Client(local(env().ENDPOINT_STORE)), required('RAW_BUCKET')),
)

/** The bus of airline systems. */
export const inboundPort = /* @__PURE__ */ once(() =>
  createInbound({
    client: createEventBridgeClient(local(env().ENDPOINT_EVENTS)),
    name: required('AIRLINE_BUS_NAME'),
    patience: patient,
  }),
)
