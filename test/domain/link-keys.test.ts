import { expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { answerLink } from '../../shared/app/links/answer.ts'
import { keysIn, linkKeys } from '../../shared/app/links/keys.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { signLink } from '../../shared/domain/message/links.ts'

const OLD = 'an old key, long enough'
const NEW = 'a new key, long enough'

/** A secret that is read over a clock, and how often. */
function secretOf(text: string) {
  const secret = { text, reads: 0, now: 0 }
  const read = async () => {
    secret.reads += 1
    return secret.text
  }
  return { secret, keys: linkKeys(read, () => secret.now) }
}

async function openLink(signedWith: string, keys: ReturnType<typeof linkKeys>): Promise<number> {
  const ports = createMemoryPorts()
  await ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(newMember('M1')) })
  const path = `/u/${signLink({ kind: 'unsubscribe', memberId: 'M1', purpose: 'marketing' }, [signedWith])}`
  const request = { method: 'GET', path, query: {}, headers: {}, body: new Uint8Array() }
  return (await answerLink(request, { ports, rulebook: undefined, keys, now: 0 })).status
}

test('a link signed with a key that was put first a moment ago is good at once, and so is one signed with the old one', async () => {
  const { secret, keys } = secretOf(OLD)
  expect(await openLink(OLD, keys)).toBe(200)
  secret.now = 60_000
  secret.text = `${NEW}\n${OLD}\n`
  expect(await openLink(NEW, keys)).toBe(200)
  expect(await openLink(OLD, keys)).toBe(200)
  expect(secret.reads).toBe(2)
})

test('whoever makes links up has the keys read every ten seconds at most', async () => {
  const { secret, keys } = secretOf(OLD)
  for (let second = 0; second < 60; second++) {
    secret.now = second * 1000
    expect(await openLink('a key of somebody else', keys)).toBe(404)
  }
  expect(secret.reads).toBe(6)
})

test('keys are read again after ten minutes', async () => {
  const { secret, keys } = secretOf(OLD)
  await keys.known()
  secret.now = 9 * 60_000
  await keys.known()
  expect(secret.reads).toBe(1)
  secret.now = 10 * 60_000
  expect(await keys.known()).toEqual([OLD])
  expect(secret.reads).toBe(2)
})

test('a key is a line', () => {
  expect(keysIn(` ${NEW} \r\n\n${OLD}\n`)).toEqual([NEW, OLD])
  expect(keysIn('\n')).toEqual([])
})
