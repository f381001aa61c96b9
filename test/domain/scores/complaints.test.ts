import { describe, expect, test } from 'vitest'
import { newMember } from '../../../shared/domain/member/new.ts'
import { react } from '../../../shared/domain/react.ts'
import { compileBundle } from '../../../shared/domain/rulebook/compile.ts'
import {
  COMPLAINT_CATEGORIES,
  type ComplaintCategory,
  SURE_ENOUGH,
} from '../../../shared/domain/scores/complaints/categories.ts'
import { crossValidated, reportOf } from '../../../shared/domain/scores/complaints/evaluate.ts'
import { categoryByWords, severityByWords } from '../../../shared/domain/scores/complaints/keywords.ts'
import { languageOf } from '../../../shared/domain/scores/complaints/language.ts'
import { type ComplaintModel, categoryByModel, faultOfModel } from '../../../shared/domain/scores/complaints/linear.ts'
import { severityReport } from '../../../shared/domain/scores/complaints/severity-report.ts'
import { type Labelled, trainComplaints } from '../../../shared/domain/scores/complaints/train.ts'
import { triage } from '../../../shared/domain/scores/complaints/triage.ts'
import { withWhatItsTextSays } from '../../../shared/domain/scores/complaints/unsorted.ts'
import { begin, kinds, start } from '../../support/journeys.ts'

describe('by the lists of words', () => {
  test.each<[ComplaintCategory, string]>([
    ['delay', 'We sat on the tarmac for three hours and missed our connection.'],
    ['delay', '航班晚点两个多小时，机场没有任何说明'],
    ['cancellation', 'My flight was cancelled and nobody rebooked me.'],
    ['cancellation', '航班无故取消，被迫改签到第二天'],
    ['baggage', 'My suitcase arrived broken.'],
    ['baggage', '托运的行李箱被摔坏了'],
    ['crew', 'The flight attendant was extremely rude'],
    ['crew', '乘务员态度恶劣'],
    ['onboard', 'The seat had no legroom and the screen was dead'],
    ['onboard', '餐食难吃，座椅放不下去'],
    ['airport', 'Only one counter open for check-in, endless queue'],
    ['airport', '值机柜台排队太久'],
    ['booking', 'Your website charged my credit card twice for the reservation'],
    ['booking', '官网付款后没有出票'],
    ['service', 'On hold with customer service for an hour, then hung up on'],
    ['service', '客服热线一直打不通'],
    ['other', 'I am just so disappointed'],
    ['other', ''],
  ])('%s: %s', (category, text) => {
    expect(categoryByWords(text).category).toBe(category)
  })

  test('the more speaks for one alone, the surer it is; of nothing it is not', () => {
    const [one, more] = [categoryByWords('my bag'), categoryByWords('my bag and my suitcase, on the carousel')]
    expect(more.confidence).toBeGreaterThan(one.confidence)
    expect(categoryByWords('my bag was delayed').confidence).toBeLessThan(one.confidence)
    expect(categoryByWords('hm').confidence).toBeLessThan(0.5)
  })

  test('words count once, and only as whole words', () => {
    expect(categoryByWords('late late late')).toEqual(categoryByWords('late'))
    expect(categoryByWords('the baggy cabinet').category).toBe('other')
    expect(categoryByWords('@delayed https://example.com/luggage').category).toBe('other')
  })

  test('severity is 1 to 5, and grave where somebody is hurt or left alone', () => {
    expect(severityByWords('The food was cold.')).toBe(3)
    expect(severityByWords('A small suggestion: more vegetarian meals, please')).toBe(2)
    expect(severityByWords('Worst airline ever')).toBe(4)
    expect(severityByWords('Stranded overnight with an infant, this is unacceptable, my lawyer will call')).toBe(5)
    expect(severityByWords('老人受伤，无人过问，要求赔偿')).toBe(5)
    expect(severityByWords('建议增加素食')).toBe(1)
    expect(severityByWords('')).toBe(2)
  })
})

test.each([
  ['en', 'I want my money back'],
  ['en', 'Delayed!!!'],
  ['en', '@united no me neither'],
  ['zh', '航班延误了五个小时 MU5101'],
  ['zh', '航班取消'],
  ['ja', '荷物が届きません'],
  ['ko', '수하물이 도착하지 않았어요'],
  ['ru', 'Мой багаж потеряли'],
  ['fr', 'Mon vol a été annulé et je ne suis pas remboursé'],
  ['de', 'Der Flug war verspätet und wir haben den Anschluss verpasst'],
  ['es', 'El vuelo se canceló y no nos devuelven el dinero de los billetes'],
  ['und', '!!! 123'],
  ['und', ''],
])('the language is %s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

/** Texts that two made-up ways of speaking are in, in words that no list has. */
function texts(count: number): Labelled[] {
  const said = { crew: ['zorbal', 'quinta'], booking: ['melkor', 'fedrus'] } as const
  return Array.from({ length: count }, (_, i): Labelled => {
    const category = i % 3 === 0 ? 'crew' : 'booking'
    return { category, text: `${said[category][i % 2]} ${'abcdefgh'[i % 8]} ${'uvwxyz'[i % 5]}lo` }
  })
}

describe('by a model', () => {
  const labelled = texts(300)
  const model = trainComplaints(labelled)

  test('learns what no list has, and is the same for the same texts', () => {
    expect(categoryByModel(model, 'Melkor again')).toMatchObject({ category: 'booking' })
    expect(categoryByModel(model, 'Melkor again').confidence).toBeGreaterThan(0.5)
    expect(triage('zorbal', model).category).toBe('crew')
    expect(model.trainedOn).toEqual({ texts: 300, byCategory: { crew: 100, booking: 200 } })
    expect(trainComplaints(texts(300))).toEqual(model)
    expect(trainComplaints(texts(297)).version).not.toBe(model.version)
  })

  test('is plain data, which is checked before it is used', () => {
    const read: unknown = JSON.parse(JSON.stringify(model))
    expect(faultOfModel(read)).toBeUndefined()
    expect(categoryByModel(read as ComplaintModel, 'zorbal')).toEqual(categoryByModel(model, 'zorbal'))
    expect(faultOfModel({ ...model, kind: 'churn' })).toContain('kind')
    expect(faultOfModel({ ...model, categories: ['crew', 'food'] })).toContain('"food"')
    expect(faultOfModel({ ...model, bias: [1] })).toContain('bias')
    for (const ab of ['?', '???', '?"', '?\\', [1, 2]]) {
      expect(faultOfModel({ ...model, weights: { ab } })).toBe(
        'weights: "ab" must be a text with one letter a category, each from # to [',
      )
    }
    for (const step of [0, -1, '1', null]) expect(faultOfModel({ ...model, step })).toContain('step')
    expect(faultOfModel(null)).toBeDefined()
    expect(categoryByModel(model, 'constructor __proto__').confidence).toBeLessThanOrEqual(1)
  })

  test('keeps the weightiest groups alone, a letter a weight', () => {
    const small = trainComplaints(labelled, { groups: 40 })
    expect(Object.keys(small.weights)).toHaveLength(40)
    expect(Object.values(small.weights).every((row) => /^[#-[]{2}$/.test(String(row)))).toBe(true)
    expect(Object.values(small.weights).some((row) => /[#-%Y-[]/.test(String(row)))).toBe(true)
    for (const { text, category } of labelled) expect(categoryByModel(small, text).category).toBe(category)
  })

  test('of an older file, with its weights in hundredths, answers the same', () => {
    const letters = { ...model, step: 2.5, bias: [0, 10], weights: { zo: 'H?', rb: '#[' } }
    const { step: _, ...older } = letters
    const numbers = { ...older, weights: { zo: [22.5, 0], rb: [-70, 70] } }
    expect(faultOfModel(letters)).toBeUndefined()
    expect(faultOfModel(numbers)).toBeUndefined()
    expect(categoryByModel(letters, 'zorbal')).toEqual(categoryByModel(numbers, 'zorbal'))
    const odds = Math.exp((10 + (70 - -70 - 22.5) / Math.SQRT2) / 100)
    expect(categoryByModel(letters, 'zorbal')).toEqual({
      category: 'booking',
      confidence: expect.closeTo(odds / (1 + odds), 12),
    })
    expect(faultOfModel({ ...numbers, weights: { ab: [1, 'x'] } })).toContain('"ab"')
    expect(faultOfModel({ ...numbers, weights: { ab: '??' } })).toContain('"ab"')
  })

  test('is tested on texts that it did not learn from, beside the lists', () => {
    const { model: tested, words } = crossValidated(labelled)
    expect(tested.texts).toBe(300)
    expect(tested.macroF1).toBeGreaterThan(0.99)
    expect(words.macroF1).toBeLessThan(0.1)
  })
})

test('F1 is worked out by hand', () => {
  const of = (category: ComplaintCategory): Labelled => ({ category, text: '' })
  const guess = (category: ComplaintCategory, confidence: number) => ({ category, confidence })
  const report = reportOf(
    [of('delay'), of('delay'), of('delay'), of('crew')],
    [guess('delay', 0.9), guess('delay', 0.2), guess('crew', 0.9), guess('crew', 0.4)],
  )
  expect(report.categories).toEqual([
    { category: 'delay', texts: 3, precision: 1, recall: 2 / 3, f1: 0.8 },
    { category: 'crew', texts: 1, precision: 0.5, recall: 1, f1: 2 / 3 },
  ])
  expect(report).toMatchObject({ texts: 4, right: 0.75, sure: 0.5, rightWhereSure: 0.5 })
  expect(report.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2, 12)
  expect(COMPLAINT_CATEGORIES).toContain('other')
})

describe('a complaint that nobody has sorted', () => {
  const told = {
    id: 'e1',
    occurredAt: Date.UTC(2026, 8, 10),
    memberId: 'CA1',
    complaintId: 'C1',
    type: 'complaint.filed',
  } as const

  test('is sorted by its text, where its sender said nothing', () => {
    const text = '行李箱在托运时被摔坏了，老人还受伤了'
    expect(withWhatItsTextSays({ ...told, text })).toEqual({
      ...told,
      text,
      category: 'baggage',
      severity: 5,
      language: 'zh',
      sorted: { by: 'words', confidence: expect.any(Number) },
    })
    const said = { severity: 2, language: 'zh-CN' }
    expect(withWhatItsTextSays({ ...told, text, ...said })).toMatchObject({ category: 'baggage', ...said })
  })

  test('and cannot be is for a person: nothing is guessed of it', () => {
    const text = 'I am so disappointed in you'
    expect(withWhatItsTextSays({ ...told, text })).toEqual({
      ...{ ...told, text, category: 'unsure', language: 'en' },
      sorted: { by: 'words', confidence: 0.1 },
    })
    expect(withWhatItsTextSays(told)).toEqual({ ...told, category: 'unsure' })
  })

  test('is sorted by the model of the rulebook, which says how sure it is; where it is not, by a person', () => {
    const model = trainComplaints(texts(300))
    const documents = {
      'wingback.yaml': {
        ...{ zone: 'UTC', locale: 'en', mail: { from: 'a@example.com' }, holdoutSalt: 's', airline: { name: 'A' } },
      },
    }
    const compiled = compileBundle({
      format: 1,
      documents: { ...documents, 'models/complaints.json': model },
      templates: {},
    })
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
    const { rulebook } = compiled
    const world = { version: 1, paused: new Set<string>(), budgetLeft: {} }
    const filedWith = (text: string, by?: typeof rulebook) => {
      const context = { rulebook: by, rulebookOf: () => by, world, now: told.occurredAt }
      const { member } = react(newMember('CA1'), { ...told, text }, context)
      return member.complaints[0]!.filed
    }
    expect(filedWith('zorbal', rulebook)).toMatchObject({ category: 'crew', sorted: { by: model.version } })
    expect(filedWith('zorbal', rulebook)!.sorted!.confidence).toBeGreaterThan(SURE_ENOUGH)
    // Without one the lists do not know the word.
    expect(filedWith('zorbal')).toMatchObject({ category: 'unsure', sorted: { by: 'words', confidence: 0.1 } })
    const unsure = { ...model, categories: ['crew', 'booking', 'delay'], bias: [0, 0, 0], weights: {} }
    const even = compileBundle({
      format: 1,
      documents: { ...documents, 'models/complaints.json': unsure },
      templates: {},
    })
    expect(filedWith('zorbal', even.ok ? even.rulebook : undefined)).toMatchObject({
      ...{ category: 'unsure', severity: undefined },
      sorted: { by: model.version, confidence: 0.33 },
    })
  })

  test('is not sorted by what is no such model: the file is told', () => {
    const compiled = compileBundle({
      ...{ format: 1, templates: {} },
      documents: { 'models/complaints.json': { ...trainComplaints(texts(60)), categories: ['crew', 'food'] } },
    })
    const problems = compiled.ok ? [] : compiled.problems.map(({ file, message }) => `${file} ${message}`)
    expect(problems).toContainEqual(expect.stringContaining('models/complaints.json categories: "food" is not one of'))
  })

  test('keeps what was read off it, and triggers what asks for it', async () => {
    const life = await begin(`campaign: read-it
class: service
trigger: { event: complaint.filed, where: { event: { category: unsure } } }
steps: [{ serviceTask: { title: Read it } }]`)
    life.hear('complaint.filed', start, { complaintId: 'C1', text: 'My suitcase was lost, the bag is still missing' })
    expect(life.member.complaints[0]!.filed).toMatchObject({ category: 'baggage', severity: 3 })
    expect(kinds(life)).toEqual([])
    life.hear('complaint.filed', start, { complaintId: 'C2', text: 'So disappointed' })
    expect(life.member.complaints.map(({ filed }) => filed?.category).sort()).toEqual(['baggage', 'unsure'])
    expect(kinds(life)).toEqual(['serviceTask'])
  })
})

describe('severity beside what people rated', () => {
  test('goes with worse ratings where grave words do, and is nothing where all is alike', () => {
    const grave = Array.from({ length: 40 }, () => ({ text: 'We were stranded and my mother was hurt.', rating: 1 }))
    const mild = Array.from({ length: 40 }, () => ({ text: 'The food on this flight was cold, as always.', rating: 5 }))
    const { score, bySeverity, texts } = severityReport([...grave, ...mild])
    expect(texts).toBe(80)
    expect(score.spearman).toBeCloseTo(1, 9)
    expect(bySeverity.map(({ meanRating }) => meanRating)).toEqual([5, 1])
    expect(severityReport(mild).score).toEqual({ spearman: null, within: null })
    expect(severityReport([]).score.spearman).toBeNull()
  })

  test('is told within an interval, as Bonett and Wright have it', () => {
    const rated = Array.from({ length: 200 }, (_, i) => {
      return { text: i % 3 === 0 ? 'I was stranded and hurt.' : 'The food was cold today.', rating: (i % 7) + (i % 2) }
    })
    const { score } = severityReport(rated)
    const r = score.spearman!
    const error = 1.959964 * Math.sqrt((1 + r ** 2 / 2) / (rated.length - 3))
    expect(score.within![0]).toBeCloseTo(Math.tanh(Math.atanh(r) - error), 6)
    expect(score.within![1]).toBeCloseTo(Math.tanh(Math.atanh(r) + error), 6)
  })
})
