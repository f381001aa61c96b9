import type { ConsoleTexts } from '../../shared/domain/texts/console.ts'

interface NavigatedPage {
  href: string
  section: keyof ConsoleTexts['shell']['sections']
  title(words: ConsoleTexts): string
}

/** The pages of the navigation, in order. */
export const PAGES: readonly NavigatedPage[] = [
  { href: '/', section: 'now', title: ({ today }) => today.title },
  { href: '/tasks', section: 'now', title: ({ tasks }) => tasks.title },
  { href: '/set-aside', section: 'now', title: ({ setAside }) => setAside.title },
  { href: '/campaigns', section: 'campaigns', title: ({ campaigns }) => campaigns.title },
  { href: '/drafts', section: 'campaigns', title: ({ shell }) => shell.drafts },
  { href: '/mails', section: 'campaigns', title: ({ mails }) => mails.title },
  { href: '/results', section: 'campaigns', title: ({ results }) => results.title },
  { href: '/audiences', section: 'people', title: ({ audiences }) => audiences.title },
  { href: '/members', section: 'people', title: ({ members }) => members.title },
  { href: '/flights', section: 'people', title: ({ briefing }) => briefing.title },
  { href: '/money', section: 'money', title: ({ money }) => money.title },
  { href: '/people', section: 'care', title: ({ people }) => people.title },
  { href: '/settings', section: 'care', title: ({ settings }) => settings.title },
  { href: '/history', section: 'care', title: ({ history }) => history.title },
]
