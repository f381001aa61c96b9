import { Command } from 'commander'
import { DEFAULT_URL } from './client.ts'
import { addAudience } from './commands/audience.ts'
import { addClock, addPause, addTestSend } from './commands/campaigns.ts'
import { addCount } from './commands/count.ts'
import { addDiff } from './commands/diff.ts'
import { addEntitlement } from './commands/entitlement.ts'
import { addHistory } from './commands/history.ts'
import { addInit } from './commands/init.ts'
import { addLedger } from './commands/ledger.ts'
import { addLift } from './commands/lift.ts'
import { addExplain, addExport, addMember } from './commands/members.ts'
import { addPlan } from './commands/plan.ts'
import { addRehearse } from './commands/rehearse.ts'
import { addReplay } from './commands/replay.ts'
import { addRulebook } from './commands/rulebook.ts'
import { addRulebookApprovals } from './commands/rulebook-approvals.ts'
import { addSetAside } from './commands/set-aside.ts'
import { addStatus } from './commands/status.ts'
import { addTest } from './commands/test.ts'
import { plain } from './print.ts'

/** The `wingback` command. It throws instead of ending the process. */
export function makeProgram(): Command {
  const program = new Command('wingback')
    .description('Talks to a running Wingback: the one on this machine, or one in AWS.')
    .addHelpText(
      'after',
      `
Environment:
  WINGBACK_URL  the address of Wingback's API (default: ${DEFAULT_URL}). In AWS, the address that
                the deployment prints; requests are signed with your AWS credentials.
  WINGBACK_BY   who you are, on one machine, unless --by is given. In AWS it is who is signed in.
  WINGBACK_LANG the language of the output, en or zh-CN, unless --lang is given (default: the
                system's, LC_ALL, LC_MESSAGES or LANG).

Exit codes: 0 done, 1 rejected or invalid, 2 Wingback cannot be reached.`,
    )
    .configureOutput({ writeErr: (text) => process.stderr.write(plain(text)) })
    .showHelpAfterError('(--help shows how)')
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
  addStatus,
  addHistory,
  addMember,
  addExport,
  addExplain,
  addAudience,
  addCount,
  addInit,
  addTest,
  addDiff,
  addRulebook,
  addRulebookApprovals,
  addLedger,
  addSetAside,
  addPause,
  addTestSend,
  addClock,
]
