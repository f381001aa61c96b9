import { reconcile, repair } from '../shared/app/ledger/reconcile.ts'
import { now } from '../shared/lambda/clock.ts'
import { ledger } from '../shared/lambda/keyed-hash.ts'
import { alert, log } from '../shared/lambda/log.ts'
import { pause } from '../shared/lambda/pause.ts'
import { members, records } from '../shared/lambda/ports.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { timerHandler } from '../shared/lambda/stack.ts'

/** Of fifteen minutes: it checks twice if the first check finds something. */
const MINUTES_PER_LOOK = 6

/** Recalculates the ledger from its entries every night, and raises an alarm if anything differs. */
export const handler = timerHandler(async () => {
  const ports = { ledger: ledger(), members: members(), records: records(), queues: queuesPort() }
  const report = await reconcile({ ports, now: now(), msPerLook: MINUTES_PER_LOOK * 60_000, pause })
  await repair(report, { ports, now: now() })
  const { findings, ...counts } = report
  log.info('the ledger was added up', { ...counts, done: 'reconcile' })
  for (const { kind, code, what } of findings) log.warn('the ledger is wrong', { kind, code, what })
  if (findings.length > 0) alert('ledger-wrong')
})
