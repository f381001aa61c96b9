import { expect, test } from 'vitest'
import { journeyGraph } from '../../shared/domain/rulebook/journey-graph.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'

const say = textsIn('en').diff
/** Each way as `from -label-> to`, by the texts of its steps. */
function waysOf(steps: unknown): string[] {
  const graph = journeyGraph(steps, 'begins', say)
  const text = (id: string) => {
    const { kind, text } = graph.steps.find((step) => step.id === id)!
    return kind === 'end' ? 'end' : text
  }
  return graph.ways.map(({ from, to, label }) => `${text(from)} -${label ? `${label}-` : ''}> ${text(to)}`)
}

test('steps follow each other', () => {
  expect(waysOf([{ wait: '2h' }, { email: 'sorry' }])).toEqual([
    'begins -> wait 2 hours',
    'wait 2 hours -> email sorry',
    'email sorry -> end',
  ])
  expect(waysOf([])).toEqual(['begins -> end'])
})

test('both ways of a branch go on with what comes after it; one without steps goes there at once', () => {
  // biome-ignore lint/suspicious/noThenProperty: a rulebook calls it so
  const branch = { if: { happened: 'booking.created' }, then: [{ email: 'thanks' }] }
  expect(waysOf([branch, { wait: '1d' }])).toEqual([
    'begins -> if a flight was booked since then',
    'if a flight was booked since then -if so-> email thanks',
    'email thanks -> wait 1 day',
    'if a flight was booked since then -otherwise-> wait 1 day',
    'wait 1 day -> end',
  ])
})

test('each arm of a split is a way of its own', () => {
  const arms = [
    { arm: 'a', share: '50%', steps: [{ email: 'one' }] },
    { arm: 'b', steps: [{ email: 'two' }] },
  ]
  expect(waysOf([{ split: 'subject', arms }])).toEqual([
    'begins -> subject',
    'subject -a 50%-> email one',
    'subject -b the rest-> email two',
    'email one -> end',
    'email two -> end',
  ])
})

test('what is done where nothing was granted ends the journey', () => {
  const grant = { compensation: { miles: 5000 }, reason: 'sorry', ifRefused: [{ email: 'no-gift' }] }
  const ways = waysOf([grant, { email: 'gift' }])
  expect(ways.filter((way) => way.startsWith('email no-gift'))).toEqual(['email no-gift -> end'])
  expect(ways.filter((way) => way.endsWith('> email gift'))).toHaveLength(1)
})
