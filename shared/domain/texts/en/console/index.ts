import { briefing } from './briefing.ts'
import { campaigns } from './campaigns.ts'
import { events } from './events.ts'
import { fields } from './fields.ts'
import { flow } from './flow.ts'
import { history } from './history.ts'
import { mails } from './mails.ts'
import { memberActions } from './member-actions.ts'
import { members } from './members.ts'
import { money } from './money.ts'
import { people } from './people.ts'
import { audiences, results } from './results.ts'
import { search } from './search.ts'
import { setAside } from './set-aside.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { tasks } from './tasks.ts'
import { today } from './today.ts'

/** The console in English: its type is what every other language has to have. */
export const consoleEn = {
  shell,
  events,
  fields,
  today,
  tasks,
  mails,
  people,
  search,
  settings,
  members,
  briefing,
  memberActions,
  money,
  setAside,
  history,
  campaigns,
  flow,
  results,
  audiences,
}
