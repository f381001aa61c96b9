import { helpIn } from '../shared/domain/texts/help.ts'
import type { Language } from '../shared/domain/texts/language.ts'
import { DEFAULT_URL } from './client.ts'
import { Command } from './command.ts'
import { addAudience } from './commands/audience.ts'
import { addBriefing } from './commands/briefing.ts'
import { addClock, addPause, addTestSend } from './commands/campaigns.ts'
import { addConnect } from './commands/connect.ts'
import { addCount } from './commands/count.ts'
import { addDiff } from './commands/diff.ts'
import { addEntitlement } from './commands/entitlement.ts'
import { addEvaluate } from './commands/evaluate.ts'
import { addFit } from './commands/fit.ts'
import { addHistory } from './commands/history.ts'
import { addImport } from './commands/import.ts'
import { addInit } from './commands/init.ts'
import { addLedger } from './commands/ledger.ts'
import { addLift } from './commands/lift.ts'
import { addExplain, addExport, addMember } from './commands/members.ts'
import { addNew } from './commands/new.ts'
import { addPlan } from './commands/plan.ts'
import { addRehearse } from './commands/rehearse.ts'
import { addReplay } from './commands/replay.ts'
import { addResults } from './commands/results.ts'
import { addRulebook } from './commands/rulebook.ts'
import { addRulebookApprovals } from './commands/rulebook-approvals.ts'
import { addSatisfaction } from './commands/satisfaction.ts'
import { addSetAside } from './commands/set-aside.ts'
import { addStatus } from './commands/status.ts'
import { addTargets } from './commands/targets.ts'
import { addTasks } from './commands/tasks.ts'
import { addTest } from './commands/test.ts'
import { addTriage } from './commands/triage.ts'
import { languageOption } from './options.ts'
import { plain } from './print.ts'

/** The `wingback` command. It throws instead of ending the process. */
export function makeProgram(language: Language): Command {
  const help = helpIn(language)
  const { common, commander } = help
  const program = new Command('wingback', language)
    .description(common.description)
    .addHelpText('after', common.after(DEFAULT_URL))
    .addOption(languageOption(help))
    .helpOption('-h, --help', commander.help)
    .helpCommand('help [command]', commander.help)
    .configureOutput({ writeErr: (text) => process.stderr.write(plain(text)) })
    .showHelpAfterError(commander.showHelp)
    .exitOverride()
  for (const add of COMMANDS) add(program)
  return program
}

const COMMANDS = [
  addReplay,
  addRehearse,
  addEntitlement,
  addLift,
  addPlan,
  addResults,
  addTargets,
  addSatisfaction,
  addFit,
  addEvaluate,
  addTriage,
  addStatus,
  addHistory,
  addMember,
  addExport,
  addExplain,
  addAudience,
  addBriefing,
  addCount,
  addInit,
  addNew,
  addTest,
  addConnect,
  addImport,
  addDiff,
  addRulebook,
  addRulebookApprovals,
  addLedger,
  addSetAside,
  addTasks,
  addPause,
  addTestSend,
  addClock,
]
