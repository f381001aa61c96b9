import { en as actions } from '../../actions/words.ts'
import { grantText } from './amounts.ts'
import { api } from './api.ts'
import { audience } from './audience.ts'
import { commands } from './commands.ts'
import { connect } from './connect.ts'
import { core } from './core.ts'
import { count } from './count.ts'
import { deeds } from './deeds.ts'
import { diff } from './diff.ts'
import { entitlement } from './entitlement.ts'
import { explain } from './explain.ts'
import { facts } from './facts.ts'
import { hints } from './hints.ts'
import { lift } from './lift.ts'
import { loosens } from './loosens.ts'
import { members } from './members.ts'
import { outputs } from './outputs.ts'
import { plan } from './plan.ts'
import { preview } from './preview.ts'
import { problems } from './problems.ts'
import { rehearse } from './rehearse.ts'
import { results } from './results.ts'
import { targets } from './targets.ts'
import { usage } from './usage.ts'

/** The catalogue in English: its type is what every other language has to have. */
export const en = {
  ...core,
  ...members,
  actions: actions.names,
  amounts: { grant: grantText },
  api,
  audience,
  commands,
  connect,
  count,
  deeds,
  diff,
  /** What a standard or the event contract says, which know no languages. */
  elsewhere: (text: string) => text,
  entitlement,
  explain,
  facts,
  hints,
  lift,
  loosens,
  outputs,
  plan,
  preview,
  problems,
  rehearse,
  results,
  targets,
  usage,
}
