import Box from '@cloudscape-design/components/box'
import Cards from '@cloudscape-design/components/cards'
import { useSearch } from '@tanstack/react-router'
import { useEditingWords } from '../../editing/words.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { useLanguage } from '../../shell/words.tsx'
import { PIECES } from './pieces.ts'

/** Campaigns to begin from. */
export function Gallery() {
  const { gallery: words } = useEditingWords()
  const language = useLanguage()
  const { draft } = useSearch({ from: '/gallery' })
  return (
    <Page title={words.title} description={words.about}>
      <Cards
        items={[...PIECES]}
        trackBy="id"
        cardsPerRow={[{ cards: 1 }, { minWidth: 700, cards: 2 }, { minWidth: 1150, cards: 3 }]}
        ariaLabels={{ itemSelectionLabel: () => '', selectionGroupLabel: words.title }}
        cardDefinition={{
          header: ({ id, title }) => (
            <LinkTo href={`/gallery/${id}${draft ? `?draft=${encodeURIComponent(draft)}` : ''}`} fontSize="heading-m">
              {title[language]}
            </LinkTo>
          ),
          sections: [
            { id: 'does', content: ({ does }) => does[language] },
            {
              id: 'brings',
              content: ({ files }) => <Box color="text-body-secondary">{words.brings(countIn(files))}</Box>,
            },
          ],
        }}
      />
    </Page>
  )
}

function countIn(files: Readonly<Record<string, string>>) {
  const paths = Object.keys(files)
  return {
    emails: paths.filter((path) => path.startsWith('templates/') && path.endsWith('/en.mjml')).length,
    examples: paths
      .filter((path) => path.endsWith('.examples.yaml'))
      .reduce((sum, path) => sum + files[path]!.split('- example:').length - 1, 0),
    spends: 'budgets.yaml' in files,
  }
}
