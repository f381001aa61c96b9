import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Answers, learnUpgrade } from '../../shared/domain/scores/upgrade/learn.ts'
import { type ScoreTexts, scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { badCell, eachRow } from '../files/columns.ts'
import { thousands } from '../print.ts'
import type { Session } from '../session.ts'

const COLUMNS = ['memberId', 'issuedAt', 'accepted'] as const
type Column = (typeof COLUMNS)[number]

/** Fewer teach nothing: of offers taken, and of last offers to foresee. */
const TAKEN_AT_LEAST = 25
const FORESEEN_AT_LEAST = 50

/** Learns how likely members are to take an upgrade offer, says how good that is on offers apart, and writes the model. */
export async function fitUpgrades(session: Session, path: string, out: string): Promise<void> {
  const { upgrades: texts, columns } = scoreTextsIn(session.language)
  const all = await readAnswers(path, texts, columns)
  const taken = all.reduce((sum, each) => sum + each.taken.filter(Boolean).length, 0)
  const again = all.filter((each) => each.taken.length > 1).length
  if (taken < TAKEN_AT_LEAST || again < FORESEEN_AT_LEAST) {
    throw new Refused(texts.tooFew({ taken, again, takenLeast: TAKEN_AT_LEAST, againLeast: FORESEEN_AT_LEAST }), {
      code: 'nothing-to-fit',
    })
  }
  const { model, report } = learnUpgrade(all)
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, `${JSON.stringify(model, null, 2)}\n`)
  const { members, offers, accepted } = model.trainedOn
  await session.show({ file: out, model, report }, () => [
    texts.learnt({ members: thousands(members), offers: thousands(offers), accepted: thousands(accepted) }),
    texts.judged({
      foreseen: thousands(report.foreseen),
      logLoss: report.logLoss.toFixed(4),
      constant: report.constant.toFixed(4),
      range: report.betterBy.map((end) => end.toFixed(4)).join(' … '),
    }),
    report.beatsConstant ? texts.better : texts.noBetter,
    texts.written({ out, version: model.version }),
  ])
}

async function readAnswers(
  path: string,
  texts: ScoreTexts['upgrades'],
  columns: ScoreTexts['columns'],
): Promise<Answers[]> {
  const byMember = new Map<string, { at: number; taken: boolean }[]>()
  await eachRow<Column>(
    path,
    { needed: COLUMNS },
    ({ cells, where }) => {
      const memberId = cells.memberId?.trim() ?? ''
      const at = Date.parse(cells.issuedAt?.trim() ?? '')
      const taken = TAKEN[cells.accepted?.trim().toLowerCase() ?? '']
      if (memberId === '') throw badCell(where, texts.noMember)
      if (Number.isNaN(at)) throw badCell(where, texts.notATime({ cell: cells.issuedAt ?? '' }))
      if (taken === undefined) throw badCell(where, texts.notTaken({ cell: cells.accepted ?? '' }))
      byMember.set(memberId, [...(byMember.get(memberId) ?? []), { at, taken }])
    },
    columns,
  )
  return [...byMember].map(([memberId, offers]) => ({
    memberId,
    taken: offers.sort((a, b) => a.at - b.at).map(({ taken }) => taken),
  }))
}

const TAKEN: Readonly<Record<string, boolean>> = { 1: true, true: true, yes: true, 0: false, false: false, no: false }
