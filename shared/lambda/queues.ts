import { createSqsClient } from '../adapters/aws/clients.ts'
import { createQueues } from '../adapters/aws/queues.ts'
import { patient } from '../adapters/aws/retry.ts'
import { env, queueUrls } from './environment.ts'
import { local } from './local.ts'
import { once } from './once.ts'

export const sqs = /* @__PURE__ */ once(() => createSqsClient(local(env().ENDPOINT_SQS)))

/** The queues this function may send to. */
export const queuesPort = /* @__PURE__ */ once(() => createQueues({ client: sqs(), ...queueUrls(), patience: patient }))
