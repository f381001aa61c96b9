import { TEAMS } from '../../../shared/contract/task.ts'
import { mayBeName } from '../../../shared/domain/member/family-name.ts'
import { fullNameOf } from '../../../shared/domain/message/name.ts'
import type { ConsoleTexts } from '../../../shared/domain/texts/console.ts'
import { taskIn } from '../../../shared/domain/texts/own-tasks.ts'
import { useAnswer } from '../../api/use.ts'
import { PAGES } from '../pages.ts'
import { useMay } from '../person.tsx'
import { useLanguage, useWords } from '../words.tsx'

/** Something that a search leads to. */
export interface Found {
  group: keyof ConsoleTexts['search']['groups']
  href: string
  label: string
  /** Beside it: its id, or what else tells it from others. */
  detail?: string | undefined
}

/** So many of a kind are shown: who means another one types more. */
const SHOWN_AT_MOST = 8
const LISTED = 100

/** Everything that a text may mean, as far as one's rights go. */
export function useFound(text: string): Found[] {
  const wanted = text.trim().toLowerCase()
  const all = [usePages(), useCampaigns(), useAudiences(), useTasks(), useVersions(), useSetAsides()]
  const members = useMembers(text.trim())
  // Before anything is typed there are the pages.
  if (wanted === '') return all[0]!
  const [pages = [], ...others] = all.map((some) =>
    some.filter((each) => isMeant(each, wanted)).slice(0, SHOWN_AT_MOST),
  )
  return [...members, ...pages, ...others.flat()]
}

function isMeant({ label, detail = '' }: Found, wanted: string): boolean {
  return `${label} ${detail}`.toLowerCase().includes(wanted)
}

function usePages(): Found[] {
  const words = useWords()
  return PAGES.map(({ href, title }) => ({ group: 'page', href, label: title(words) }))
}

function useCampaigns(): Found[] {
  const campaigns = useAnswer('GET /v1/campaigns', {}).data?.campaigns ?? []
  return campaigns.map(({ campaign, name }) => {
    return { group: 'campaign', href: `/campaigns/${campaign}`, label: name, detail: campaign }
  })
}

function useAudiences(): Found[] {
  const audiences = useAnswer('GET /v1/audiences', { lang: useLanguage() }).data?.audiences ?? []
  return audiences.map(({ audience, name }) => {
    return { group: 'audience', href: `/audiences/${audience}`, label: name, detail: audience }
  })
}

function useVersions(): Found[] {
  const history = useAnswer('GET /v1/history', { limit: LISTED }).data?.history ?? []
  const versions = new Map(history.flatMap(({ rulebook, what }) => (rulebook ? [[rulebook, what]] : [])))
  return [...versions].map(([version, what]) => ({ group: 'version', href: '/history', label: version, detail: what }))
}

function useSetAsides(): Found[] {
  const { events } = useWords()
  const enabled = useMay('personalData')
  const entries = useAnswer('GET /v1/set-asides', { limit: LISTED }, { enabled }).data?.entries ?? []
  return entries.map(({ key, envelope, cards }) => ({
    group: 'setAside',
    href: `/set-aside?key=${encodeURIComponent(key)}`,
    label: (events as Record<string, string>)[String(envelope['detail-type'])] ?? String(envelope['detail-type']),
    detail: [idOf(envelope.detail), ...cards].filter(Boolean).join(' '),
  }))
}

function idOf(detail: unknown): string {
  return typeof detail === 'object' && detail !== null && 'id' in detail ? String(detail.id) : ''
}

function useTasks(): Found[] {
  const lists = [useTeam(0), useTeam(1), useTeam(2), useTeam(3)]
  return lists.flat()
}

/** One of the teams: there are as many as are asked for above. */
function useTeam(place: 0 | 1 | 2 | 3): Found[] {
  const team = TEAMS[place]
  const language = useLanguage()
  const enabled = useMay('personalData')
  const open = useAnswer('GET /v1/tasks', { team, state: 'open', limit: LISTED }, { enabled }).data?.tasks ?? []
  const taken = useAnswer('GET /v1/tasks', { team, state: 'taken', limit: LISTED }, { enabled }).data?.tasks ?? []
  return [...open.map((task) => ({ task, state: 'open' })), ...taken.map((task) => ({ task, state: 'taken' }))].map(
    ({ task, state }) => ({
      group: 'task',
      href: `/tasks?team=${team}&state=${state}&task=${encodeURIComponent(`${task.memberId}/${task.taskId}`)}`,
      label: taskIn(task, language).title,
      detail: task.memberId,
    }),
  )
}

const CARD = /^[a-z0-9]{4,20}$/i
const PNR = /^[a-z0-9]{6}$/i
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** By the number that the text may be, else by address, booking or family name: each from an index of its own. */
function useMembers(text: string): Found[] {
  const sees = useMay('personalData')
  const memberId = text.toUpperCase()
  const isCard = CARD.test(text) && /\d/.test(text)
  const whole = useAnswer('GET /v1/members/{memberId}', { memberId }, { enabled: sees && isCard })
  const masked = useAnswer('GET /v1/masked-members/{memberId}', { memberId }, { enabled: !sees && isCard })
  const by = MAIL.test(text) ? 'mail' : PNR.test(text) ? 'booking' : 'name'
  const isName = by !== 'name' || mayBeName(text)
  const found = useAnswer('GET /v1/find/members', { by, for: text || ' ' }, { enabled: sees && isName && text !== '' })
  const { facts } = whole.data ?? {}
  const of = (id: string, label: string): Found => ({ group: 'member', href: `/members/${id}`, label, detail: id })
  return [
    ...(facts ? [of(memberId, fullNameOf(facts) || memberId)] : []),
    ...(masked.data ? [of(memberId, masked.data.initials || memberId)] : []),
    ...(found.data?.members ?? []).slice(0, SHOWN_AT_MOST).map(({ memberId: id, name }) => of(id, name || id)),
  ]
}
