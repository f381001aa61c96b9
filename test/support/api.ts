import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import type { ApiContext } from '../../shared/app/api/http.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { rulebookCache } from '../../shared/app/rulebooks.ts'
import { unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'

export type ApiInMemory = ReturnType<typeof apiInMemory>

/** The operators' API over memory, with its clock in the test's hand. Who calls is who they say they are. */
export function apiInMemory(start: number) {
  const clock = { now: start }
  const ports = createMemoryPorts({ now: () => clock.now })
  const context: ApiContext = {
    ports,
    now: () => clock.now,
    rulebooks: rulebookCache(ports.rulebooks, unpackRulebook),
    identify: bySaying,
  }

  async function call(
    method: string,
    path: string,
    by: string,
    body: object | Uint8Array = {},
    query: Record<string, string> = {},
  ) {
    const packed = body instanceof Uint8Array
    const response = await handleApi(
      {
        method,
        path,
        query: { ...query, by },
        headers: { 'content-type': packed ? 'application/gzip' : 'application/json' },
        body: packed ? body : Buffer.from(JSON.stringify(body)),
      },
      context,
    )
    return { status: response.status, body: JSON.parse(response.body) }
  }
  async function get(path: string, by: string, query: Record<string, string> = {}) {
    const asked = { method: 'GET', path, query: { by, ...query }, headers: {}, body: new Uint8Array() }
    const { status, body } = await handleApi(asked, context)
    return { status, body: JSON.parse(body) }
  }
  return { clock, ports, context, call, get }
}
