import { grantText } from './amounts.ts'
import { audience } from './audience.ts'
import { cabins } from './cabins.ts'
import { commands } from './commands.ts'
import { count } from './count.ts'
import { diff } from './diff.ts'
import { explain } from './explain.ts'
import { facts } from './facts.ts'
import { gates } from './gates.ts'
import { lift } from './lift.ts'
import { pages } from './pages.ts'
import { plan } from './plan.ts'
import { preview } from './preview.ts'
import { reasons } from './reasons.ts'
import { rehearse } from './rehearse.ts'

export const zhCN = {
  gates,
  reasons,
  amounts: { grant: grantText },
  audience,
  cabins,
  commands,
  count,
  diff,
  explain,
  facts,
  lift,
  pages,
  plan,
  preview,
  rehearse,
}
