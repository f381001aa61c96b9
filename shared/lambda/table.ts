import { createDynamoClient } from '../adapters/aws/clients.ts'
import { createTablePorts } from '../adapters/aws/index.ts'
import { patient } from '../adapters/aws/retry.ts'
import type { Table } from '../adapters/aws/table.ts'
import { env, required } from './environment.ts'
import { local } from './local.ts'
import { once } from './once.ts'

/** Clients are made once per process and outlive an invocation. */
export const dynamo = /* @__PURE__ */ once(() => createDynamoClient(local(env().ENDPOINT_DYNAMODB)))

export const table = /* @__PURE__ */ once(
  (): Table => ({ client: dynamo(), name: required('TABLE_NAME'), patience: patient }),
)

/** All ports stored in the table. A function that needs only a few takes those of `ports.ts`. */
export const tablePorts = /* @__PURE__ */ once(() => createTablePorts(dynamo(), required('TABLE_NAME')))
