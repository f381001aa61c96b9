import { beforeEach, expect, test } from 'vitest'
import { asMadeUp, MADE_UP } from '../../infra/local/console/people.ts'
import { throughConsole } from '../../shared/app/api/console-door.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

const NOW = Date.parse('2026-10-05T02:00:00Z')
let api: ApiInMemory

beforeEach(async () => {
  api = apiInMemory(NOW)
  const member = newMember('CW1')
  const fields = {
    givenName: 'Grace',
    familyName: 'Dunmoor',
    email: 'grace@example.com',
    birthDate: '1985-02-11',
    tier: 'gold',
  }
  const known = { ...member, layers: [{ at: NOW, eventId: 'e1', fields }] }
  await api.ports.members.write({ memberId: 'CW1', version: 1, state: encodeMember(known) })
})

/** As a page of the console asks. */
async function asks(person: string | undefined, path: string) {
  const request = {
    method: 'GET',
    path: `/console${path}`,
    query: {},
    headers: { ...(person !== undefined && { 'x-wingback-person': person }) },
    body: new Uint8Array(),
  }
  const { status, body } = await handleApi(throughConsole(request)!, { ...api.context, identify: asMadeUp(request) })
  return { status, body }
}

test('a masked member is initials and a hash', async () => {
  const { status, body } = await asks('zhao', '/v1/masked-members/CW1')
  expect({ status, body: JSON.parse(body) }).toMatchObject({
    status: 200,
    body: { initials: 'G. D.', person: expect.stringMatching(/^[\w-]{16,}$/), facts: { tier: 'gold' } },
  })
  for (const personal of ['Grace', 'Dunmoor', 'grace@example.com', '1985-02-11', 'CW1'])
    expect(body).not.toContain(personal)
})

test('who may not see personal data is given none by the route that has it', async () => {
  expect(await asks('zhao', '/v1/members/CW1')).toMatchObject({ status: 403 })
  expect(await asks('sun', '/v1/members/CW1')).toMatchObject({ status: 200 })
})

test.each([undefined, 'nobody', '__proto__'])('who is no made-up person (%s) is let do nothing', async (person) => {
  expect(await asks(person, '/v1/me')).toMatchObject({ status: 403 })
})

test.each(MADE_UP)('$name is told what they may do', async ({ id, name, rights }) => {
  const { body } = await asks(id, '/v1/me')
  expect(JSON.parse(body)).toMatchObject({ name, isPerson: true, rights })
})
