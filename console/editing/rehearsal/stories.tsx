import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ToldStory } from '../../../shared/app/rehearsal/sample/told.ts'
import { useEditingWords } from '../words.ts'

interface StoriesProps {
  title: string
  none: string
  stories: readonly ToldStory[]
}

/** Members of the sample to look at, by the name that they have in it alone. */
export function Stories({ title, none, stories }: StoriesProps) {
  const { rehearsal: words } = useEditingWords()
  return (
    <SpaceBetween size="xs">
      <Box variant="h3">{title}</Box>
      {stories.length === 0 && <Box color="text-body-secondary">{none}</Box>}
      {stories.map(({ memberId, lines, otherwise }) => (
        <ExpandableSection key={memberId} headerText={otherwise ? words.otherwise(otherwise) : (lines[0] ?? memberId)}>
          <ul className="wb-lines">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </ExpandableSection>
      ))}
    </SpaceBetween>
  )
}
