import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { NoSuchPage } from './no-such-page.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage })

/** What is kept in the address after the question mark: texts alone. */
type Search = Record<string, string | undefined>

const textsOf = (given: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  )

const today = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (given): { who?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/today/today.tsx'), 'Today'),
})

const money = createRoute({
  getParentRoute: () => root,
  path: '/money',
  component: lazyRouteComponent(() => import('../pages/money/money.tsx'), 'Money'),
})

const setAside = createRoute({
  getParentRoute: () => root,
  path: '/set-aside',
  validateSearch: (given): { key?: string | undefined; from?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/set-aside/set-aside.tsx'), 'SetAside'),
})

const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: (
    given,
  ): { team?: string | undefined; state?: string | undefined; task?: string | undefined; from?: string | undefined } =>
    textsOf(given),
  component: lazyRouteComponent(() => import('../pages/tasks/tasks.tsx'), 'Tasks'),
})

const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: (given): { from?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/history/history.tsx'), 'History'),
})

const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('../pages/campaigns/campaigns.tsx'), 'Campaigns'),
})

const campaign = createRoute({
  getParentRoute: () => root,
  path: '/campaigns/$campaign',
  validateSearch: (given): { tab?: string | undefined; who?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/campaigns/campaign.tsx'), 'CampaignPage'),
})

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  validateSearch: (given): { draft?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/gallery/gallery.tsx'), 'Gallery'),
})

const galleryPiece = createRoute({
  getParentRoute: () => root,
  path: '/gallery/$piece',
  validateSearch: (given): { draft?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/gallery/piece.tsx'), 'PiecePage'),
})

const mails = createRoute({
  getParentRoute: () => root,
  path: '/mails',
  validateSearch: (
    given,
  ): {
    tab?: string | undefined
    list?: string | undefined
    campaign?: string | undefined
    from?: string | undefined
    mail?: string | undefined
    month?: string | undefined
  } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/mails/mails.tsx'), 'Mails'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings.tsx'), 'SettingsPage'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../pages/people/people.tsx'), 'People'),
})

const results = createRoute({
  getParentRoute: () => root,
  path: '/results',
  component: lazyRouteComponent(() => import('../pages/results/results.tsx'), 'Results'),
})

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  validateSearch: (given): { which?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/drafts/drafts.tsx'), 'Drafts'),
})

const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$draft',
  validateSearch: (given): { tab?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/drafts/draft.tsx'), 'DraftPage'),
})

const draftFile = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$draft/file',
  validateSearch: (given): { path: string; view?: string | undefined } => ({ path: '', ...textsOf(given) }),
  component: lazyRouteComponent(() => import('../pages/drafts/file.tsx'), 'DraftFilePage'),
})

const audiences = createRoute({
  getParentRoute: () => root,
  path: '/audiences',
  component: lazyRouteComponent(() => import('../pages/audiences/audiences.tsx'), 'Audiences'),
})

const audience = createRoute({
  getParentRoute: () => root,
  path: '/audiences/$audience',
  validateSearch: (given): { from?: string | undefined; who?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/audiences/audience.tsx'), 'AudiencePage'),
})

const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  validateSearch: (given): { by?: string | undefined; for?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/members/find.tsx'), 'FindMember'),
})

const member = createRoute({
  getParentRoute: () => root,
  path: '/members/$memberId',
  validateSearch: (
    given,
  ): { tab?: string | undefined; why?: string | undefined; event?: string | undefined; from?: string | undefined } =>
    textsOf(given),
  component: lazyRouteComponent(() => import('../pages/members/member.tsx'), 'MemberPage'),
})

const flights = createRoute({
  getParentRoute: () => root,
  path: '/flights',
  component: lazyRouteComponent(() => import('../pages/flights/ask.tsx'), 'AskForBriefing'),
})

const briefing = createRoute({
  getParentRoute: () => root,
  path: '/flights/$flight/$date/briefing',
  validateSearch: (given): { atMost?: string | undefined } => textsOf(given),
  component: lazyRouteComponent(() => import('../pages/flights/briefing.tsx'), 'BriefingPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    tasks,
    setAside,
    campaigns,
    campaign,
    gallery,
    galleryPiece,
    mails,
    drafts,
    draft,
    draftFile,
    settings,
    people,
    results,
    audiences,
    audience,
    members,
    member,
    flights,
    briefing,
    money,
    history,
  ]),
  // A card number of digits is a text, too.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const some = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
    const text = new URLSearchParams(some as [string, string][]).toString()
    return text && `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
