import { receive } from '../shared/app/connect/receive.ts'
import { rawPort } from '../shared/lambda/connect.ts'
import { keysOfConnectors } from '../shared/lambda/connector-keys.ts'
import { env } from '../shared/lambda/environment.ts'
import { httpHandler } from '../shared/lambda/http-handler.ts'
import { worldStore } from '../shared/lambda/ports.ts'
import { rulebooks } from '../shared/lambda/world.ts'

/** Accepts signed messages of other systems, and stores them as they arrived. */
export const handler = httpHandler(async (request) => {
  const { rulebook } = await worldStore().read()
  return receive(request, {
    ports: { raw: rawPort() },
    rulebook: rulebook === undefined ? undefined : await rulebooks().load(rulebook),
    keys: keysOfConnectors(),
    certificates: JSON.parse(env().SENDER_CERTIFICATES ?? '{}'),
    wall: Date.now(),
  })
})
