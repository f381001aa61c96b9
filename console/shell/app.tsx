import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n'
import { applyMode, Mode } from '@cloudscape-design/global-styles'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type ConsoleTexts, consoleTexts } from '../../shared/domain/texts/console.ts'
import { LANGUAGES, type Language, languageFor } from '../../shared/domain/texts/language.ts'
import { Refused } from '../api/client.ts'
import { watchBrowser } from '../api/connection.ts'
import { ChoicesContext, THEMES, type Theme } from './choices.ts'
import { router } from './router.tsx'
import { type ConsoleSettings, kept } from './settings.ts'
import { SignedIn } from './signed-in.tsx'
import { SpokenContext } from './words.tsx'

const [firstLanguage, keepLanguage] = kept('language', LANGUAGES, languageFor(navigator.language) ?? 'en')
const [firstTheme, keepTheme] = kept('theme', THEMES, 'system')

/** Words of Cloudscape's own: fetched in the language that is read. */
const own: Record<Language, () => Promise<{ default: I18nProviderProps.Messages }>> = {
  en: () => import('@cloudscape-design/components/i18n/messages/all.en'),
  'zh-CN': () => import('@cloudscape-design/components/i18n/messages/all.zh-CN'),
}

/** All that is said in one language. */
interface Said {
  language: Language
  words: ConsoleTexts
  messages: I18nProviderProps.Messages
}

async function saidIn(language: Language): Promise<Said> {
  const [words, messages] = await Promise.all([consoleTexts[language](), own[language]()])
  return { language, words, messages: messages.default }
}

/** What was refused is refused again; what nobody answered may be answered. */
const queries = new QueryClient({
  mutationCache: new MutationCache(),
  defaultOptions: {
    // Whether Wingback answers is found out by asking: what a browser says of its network is no more than a guess.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      retry: (times, error) => !(error instanceof Refused) && times < 2,
      staleTime: 5_000,
    },
  },
})

watchBrowser()

export function App({ settings }: { settings: ConsoleSettings }) {
  const [language, setLanguage] = useState(firstLanguage)
  const [theme, setTheme] = useState<Theme>(firstTheme)
  const [said, setSaid] = useState<Said>()

  useEffect(() => {
    let isWanted = true
    document.documentElement.lang = language
    keepLanguage(language)
    void saidIn(language).then((loaded) => isWanted && setSaid(loaded))
    return () => {
      isWanted = false
    }
  }, [language])

  useEffect(() => {
    keepTheme(theme)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => applyMode(theme === 'dark' || (theme === 'system' && dark.matches) ? Mode.Dark : Mode.Light)
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])

  if (!said) return null
  return (
    <I18nProvider locale={said.language} messages={[said.messages]}>
      <SpokenContext.Provider value={said}>
        <ChoicesContext.Provider value={{ theme, setTheme, setLanguage }}>
          <QueryClientProvider client={queries}>
            <SignedIn settings={settings}>
              <RouterProvider router={router} />
            </SignedIn>
          </QueryClientProvider>
        </ChoicesContext.Provider>
      </SpokenContext.Provider>
    </I18nProvider>
  )
}
