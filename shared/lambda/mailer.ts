import { createSesClient } from '../adapters/aws/clients.ts'
import { createMailer } from '../adapters/aws/mailer.ts'
import { env, required } from './environment.ts'
import { local } from './local.ts'
import { once } from './once.ts'

const ses = /* @__PURE__ */ once(() => createSesClient(local(env().ENDPOINT_MAIL)))

export const mailerPort = /* @__PURE__ */ once(() =>
  createMailer({ client: ses(), configurationSet: required('CONFIGURATION_SET') }),
)
