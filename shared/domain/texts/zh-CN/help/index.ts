import type { Help } from '../../en/help/index.ts'
import { audience } from './audience.ts'
import { briefing } from './briefing.ts'
import { clock, pause, resume, stop, testSend } from './campaigns.ts'
import { commander, common, reference } from './commander.ts'
import { connect } from './connect.ts'
import { count } from './count.ts'
import { diff } from './diff.ts'
import { entitlement } from './entitlement.ts'
import { evaluate } from './evaluate.ts'
import { fit } from './fit.ts'
import { history } from './history.ts'
import { importFiles } from './import.ts'
import { init } from './init.ts'
import { ledger } from './ledger.ts'
import { lift } from './lift.ts'
import { explain, exportAll, member } from './members.ts'
import { newCampaign } from './new-campaign.ts'
import { plan } from './plan.ts'
import { rehearse } from './rehearse.ts'
import { replay } from './replay.ts'
import { results } from './results.ts'
import { publish, rollback, validate } from './rulebook.ts'
import { rulebook } from './rulebook-approvals.ts'
import { satisfaction } from './satisfaction.ts'
import { setAside } from './set-aside.ts'
import { start } from './start.ts'
import { status } from './status.ts'
import { targets } from './targets.ts'
import { tasks } from './tasks.ts'
import { test } from './test.ts'
import { triage } from './triage.ts'

export const help: Help = {
  audience,
  briefing,
  clock,
  commander,
  common,
  connect,
  count,
  diff,
  entitlement,
  explain,
  exportAll,
  fit,
  history,
  importFiles,
  init,
  ledger,
  lift,
  member,
  newCampaign,
  pause,
  plan,
  publish,
  reference,
  rehearse,
  replay,
  results,
  resume,
  rollback,
  rulebook,
  satisfaction,
  setAside,
  start,
  status,
  stop,
  targets,
  tasks,
  test,
  testSend,
  validate,
  triage,
  evaluate,
}
