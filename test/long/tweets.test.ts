import { describe, expect, test } from 'vitest'
import { namesOf } from '../../cli/fit/complaints.ts'
import { readLabelled } from '../../cli/triage/read.ts'
import { reportOf } from '../../shared/domain/scores/complaints/evaluate.ts'
import { categoryByWords } from '../../shared/domain/scores/complaints/keywords.ts'
import { categoryByModel } from '../../shared/domain/scores/complaints/linear.ts'
import { trainComplaints } from '../../shared/domain/scores/complaints/train.ts'
import { scoreTextsIn as catalogueIn } from '../../shared/domain/texts/scores.ts'
import { SHARED_DATA } from '../support/shared-data.ts'

const texts = catalogueIn('en')

/** The reasons that people gave to tweets of February 2015, and what we call them. */
const REASONS = [
  ...['Customer Service Issue=service', 'Late Flight=delay', "Can't Tell=other", 'Cancelled Flight=cancellation'],
  ...['Lost Luggage=baggage', 'Damaged Luggage=baggage', 'Bad Flight=onboard', 'Flight Booking Problems=booking'],
  ...['Flight Attendant Complaints=crew', 'longlines=airport'],
]

;(SHARED_DATA ? describe : describe.skip)('tweets about six airlines, sorted by people', () => {
  test('the model does better than the lists, and both as docs/scores.md says', async () => {
    const columns = { text: 'text', category: 'negativereason', names: namesOf(REASONS, texts.triage) }
    const { labelled } = await readLabelled(`${SHARED_DATA}/us-airline-tweets.csv.gz`, columns, texts)
    expect(labelled).toHaveLength(7326)
    const apart = labelled.filter((_, i) => i % 4 === 0)
    const learned = labelled.filter((_, i) => i % 4 !== 0)
    const reportWith = (groups?: number) => {
      const model = trainComplaints(learned, { groups })
      return {
        bytes: JSON.stringify(model).length,
        ...reportOf(
          apart,
          apart.map(({ text }) => categoryByModel(model, text)),
        ),
      }
    }
    const [small, large] = [reportWith(), reportWith(4_000)]
    const byWords = reportOf(
      labelled,
      labelled.map(({ text }) => categoryByWords(text)),
    )
    expect(byWords.macroF1).toBeGreaterThan(0.49)
    expect(large.macroF1).toBeGreaterThan(byWords.macroF1 + 0.04)
    expect(large.rightWhereSure).toBeGreaterThan(0.78)
    expect(small.macroF1).toBeGreaterThan(byWords.macroF1 + 0.005)
    expect(small.bytes).toBeLessThan(11_000)
  }, 300_000)
})
