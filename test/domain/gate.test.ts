import { expect, test } from 'vitest'
import { openGate } from '../../infra/local/gate.ts'

test('while it is closed nothing else is at work: what is under way ends first, what comes waits', async () => {
  const gate = openGate()
  const seen: string[] = []
  const slow = Promise.withResolvers<void>()
  const before = gate.pass(async () => {
    await slow.promise
    seen.push('under way')
  })
  const closed = gate.whileClosed(async () => {
    seen.push('closed')
    await new Promise(setImmediate)
    seen.push('still closed')
  })
  const after = gate.pass(async () => void seen.push('came meanwhile'))
  const again = gate.whileClosed(async () => void seen.push('closed again'))
  await new Promise(setImmediate)
  expect(seen).toEqual([])
  slow.resolve()
  await Promise.all([before, closed, after, again])
  expect(seen.slice(0, 3)).toEqual(['under way', 'closed', 'still closed'])
  expect(seen.slice(3).sort()).toEqual(['came meanwhile', 'closed again'])
})

test('it opens again where the work fails', async () => {
  const gate = openGate()
  await expect(gate.whileClosed(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(gate.pass(() => Promise.reject(new Error('neither')))).rejects.toThrow('neither')
  expect(await gate.pass(async () => 1)).toBe(1)
  expect(await gate.whileClosed(async () => 2)).toBe(2)
})
