import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import { type ReactNode, useEffect } from 'react'
import { usePerson } from '../shell/person.tsx'
import { useWords } from '../shell/words.tsx'

interface PageProps {
  title: string
  /** Beside the zone of its times. */
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** One page: its title, the zone of its times, what can be done. */
export function Page({ title, description, actions, children }: PageProps) {
  const { shell } = useWords()
  const { zone } = usePerson()
  useEffect(() => {
    document.title = `${title} · Wingback`
  }, [title])
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={
            <>
              {description}
              {description && ' · '}
              {shell.timesIn(zone)}
            </>
          }
          {...(actions && { actions })}
        >
          {title}
        </Header>
      }
    >
      {children}
    </ContentLayout>
  )
}
