import { mappings } from '../../connectors/mappings.ts'
import { type Checked, checkSignature, USUAL_SCHEME } from '../../connectors/signature.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Ports } from '../../ports/index.ts'
import type { HttpRequest, HttpResponse } from '../http.ts'
import type { LinkKeys } from '../links/keys.ts'
import { keysFor } from './keys.ts'
import { rawKeyOf } from './raw-key.ts'

export interface ReceiveDependencies {
  ports: Pick<Ports, 'raw'>
  /** The live rulebook; none: nothing is connected. */
  rulebook: Rulebook | undefined
  keys: LinkKeys
  /** By connector: the subjects of certificates that may send it messages without signing them. */
  certificates: Readonly<Record<string, readonly string[]>>
  /** The clock on the wall: what a signature is held against. */
  wall: number
}

/** What AWS lets through to a function. Larger files are put into the store itself. */
const BYTES_AT_MOST = 5 * 1024 * 1024

/**
 * Takes in a message of another system, `POST /in/<connector>`: checks who sent it, and keeps it as it came. What it means is
 * found out later, so that the sender is answered at once.
 */
export async function receive(
  request: HttpRequest,
  { ports, rulebook, keys, certificates, wall }: ReceiveDependencies,
): Promise<HttpResponse> {
  const [, name = ''] = /^\/in\/([a-z0-9-]{1,64})$/.exec(request.path) ?? []
  const connector = rulebook && Object.hasOwn(rulebook.connectors, name) ? rulebook.connectors[name] : undefined
  if (request.method !== 'POST') return refuse(405, 'post-only', 'messages come by POST')
  if (request.body.length === 0) return refuse(400, 'empty', 'there is nothing in the message')
  if (request.body.length > BYTES_AT_MOST)
    return refuse(413, 'too-large', `a message has at most ${BYTES_AT_MOST} bytes; put larger ones into the bucket`)
  // Whoever cannot sign is not told which connectors there are.
  const scheme = (connector && mappings[connector.kind].signature) ?? USUAL_SCHEME
  const check = (lines: readonly string[]) => checkSignature(request, keysFor(name, lines), scheme, wall)
  const isShown = request.certificate !== undefined && certificatesOf(name, certificates).includes(request.certificate)
  const known = isShown ? 'good' : check(await keys.known())
  const checked = known === 'wrong' ? check(await keys.anew()) : known
  if (checked === 'unsigned' && request.certificate !== undefined)
    return refuse(401, 'unknown-certificate', `${request.certificate.slice(0, 200)} may not send here`)
  if (checked !== 'good' || !connector) return refuse(401, REFUSALS[checked].code, REFUSALS[checked].message)
  const kept = await ports.raw.put(rawKeyOf(name, request.body, wall), request.body)
  return { status: 202, headers: JSON_TYPE, body: JSON.stringify({ [kept]: true }) }
}

function certificatesOf(name: string, certificates: ReceiveDependencies['certificates']): readonly string[] {
  return Object.hasOwn(certificates, name) ? certificates[name]! : []
}

const WRONG = { code: 'wrong-signature', message: 'no key of this connector gives this signature' }
const REFUSALS: Record<Checked, { code: string; message: string }> = {
  unsigned: { code: 'unsigned', message: 'the message is not signed' },
  stale: { code: 'stale', message: 'the signature is not of the last five minutes' },
  wrong: WRONG,
  // Signed with a key that holds for all, but nobody's by this name.
  good: WRONG,
}

const JSON_TYPE = { 'content-type': 'application/json' }

function refuse(status: number, code: string, message: string): HttpResponse {
  return { status, headers: JSON_TYPE, body: JSON.stringify({ error: { code, message } }) }
}
