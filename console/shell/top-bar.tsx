import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation'
import { useRouter } from '@tanstack/react-router'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'
import { THEMES, useChoices } from './choices.ts'
import { usePerson } from './person.tsx'
import { useSigning } from './signing.ts'
import { useLanguage, useWords } from './words.tsx'

const NAMES = { en: 'English', 'zh-CN': '简体中文' } as const

export function TopBar({ onSearch }: { onSearch(): void }) {
  const { shell, search } = useWords()
  const { theme, setTheme, setLanguage } = useChoices()
  const language = useLanguage()
  const router = useRouter()
  const utilities: TopNavigationProps.Utility[] = [
    { type: 'button', iconName: 'search', text: `${search.title} · ${search.keys}`, onClick: onSearch },
    {
      type: 'menu-dropdown',
      iconName: 'globe',
      ariaLabel: shell.language,
      text: NAMES[language],
      items: LANGUAGES.map((id) => ({ id, text: NAMES[id], lang: id })),
      onItemClick: ({ detail }) => setLanguage(detail.id as (typeof LANGUAGES)[number]),
    },
    {
      type: 'menu-dropdown',
      iconName: 'settings',
      ariaLabel: shell.theme,
      title: shell.theme,
      items: THEMES.map((id) => ({ id, text: shell.themes[id], ...(id === theme && { iconName: 'check' as const }) })),
      onItemClick: ({ detail }) => setTheme(detail.id as (typeof THEMES)[number]),
    },
    usePersonMenu(),
  ]
  return (
    <div id="top">
      <TopNavigation
        identity={{
          href: '/',
          title: 'Wingback',
          onFollow: (event) => {
            event.preventDefault()
            void router.navigate({ to: '/' })
          },
        }}
        utilities={utilities}
      />
    </div>
  )
}

function usePersonMenu(): TopNavigationProps.Utility {
  const { shell } = useWords()
  const { name } = usePerson()
  const signing = useSigning()
  if (signing.kind === 'oidc')
    return {
      type: 'menu-dropdown',
      iconName: 'user-profile',
      text: name,
      items: [{ id: 'out', text: shell.signOut }],
      onItemClick: () => signing.signOut(),
    }
  const { choose, note, work } = shell.madeUp
  return {
    type: 'menu-dropdown',
    iconName: 'user-profile',
    text: name,
    title: choose,
    description: note,
    items: signing.people.map((each) => ({
      id: each.id,
      text: each.name,
      secondaryText: work[each.work],
      ...(each.id === signing.id && { iconName: 'check' as const }),
    })),
    onItemClick: ({ detail }) => signing.be(detail.id),
  }
}
