import AppLayout from '@cloudscape-design/components/app-layout'
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Notices } from './notices.tsx'
import { PAGES } from './pages.ts'
import { TopBar } from './top-bar.tsx'
import { useWords } from './words.tsx'

const Search = lazy(() => import('./search/search.tsx'))

/** Where pages and their list stand beside each other. */
const WIDE = '(min-width: 689px)'

/** What stands around every page. */
export function Frame() {
  const words = useWords()
  const router = useRouter()
  const { pathname } = useLocation()
  const [navigates, setNavigates] = useNavigates()
  const [searches, setSearches] = useState(false)
  useSearchKeys(() => setSearches(true))
  const sections = Object.entries(Object.groupBy(PAGES, ({ section }) => section))
  const items: SideNavigationProps.Item[] = sections.map(([section, pages]) => ({
    type: 'section-group',
    title: words.shell.sections[section as keyof typeof words.shell.sections],
    items: pages.map(({ href, title }) => ({ type: 'link', href, text: title(words) })),
  }))
  const here = PAGES.find(({ href }) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
  return (
    <>
      <TopBar onSearch={() => setSearches(true)} />
      <Suspense>{searches && <Search onClose={() => setSearches(false)} />}</Suspense>
      <AppLayout
        headerSelector="#top"
        toolsHide
        stickyNotifications
        notifications={<Notices />}
        navigationOpen={navigates}
        onNavigationChange={({ detail }) => setNavigates(detail.open)}
        navigation={
          <SideNavigation
            activeHref={here?.href ?? pathname}
            items={items}
            onFollow={(event) => {
              event.preventDefault()
              void router.navigate({ to: event.detail.href })
            }}
          />
        }
        content={
          <Suspense>
            <Outlet />
          </Suspense>
        }
      />
    </>
  )
}

/** Whether the list of pages is open: in a narrow window it covers the page, and in one that is wide again it is back. */
function useNavigates() {
  const [navigates, setNavigates] = useState(() => matchMedia(WIDE).matches)
  useEffect(() => {
    const wide = matchMedia(WIDE)
    const follow = () => setNavigates(wide.matches)
    wide.addEventListener('change', follow)
    return () => wide.removeEventListener('change', follow)
  }, [])
  return [navigates, setNavigates] as const
}

/** Ctrl and K, or Cmd and K, from wherever somebody is. */
function useSearchKeys(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
