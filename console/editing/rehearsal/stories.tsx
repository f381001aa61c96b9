import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect } from 'react'
import type { ToldStory } from '../../../shared/app/rehearsal/sample/told.ts'
import { useEditingWords } from '../words.ts'
import type { FromRehearser, ToldOf } from './rehearse.worker.ts'

interface InAndOutProps {
  campaign: string
  /** The figures that it is about. */
  by: FromRehearser
  told: ToldOf | undefined
  tell: (campaign: string) => void
}

/** Asked for when they are looked at. Those of the figures before stay until then. */
export function InAndOut({ campaign, by, told, tell }: InAndOutProps) {
  const { rehearsal: words } = useEditingWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: new figures have other stories
  useEffect(() => tell(campaign), [campaign, by, tell])
  if (told?.campaign !== campaign) return null
  return (
    <ColumnLayout columns={2}>
      <Stories title={words.inside} none={words.nobodyInside} stories={told.inside} />
      <Stories title={words.outside} none={words.nobodyOutside} stories={told.outside} />
    </ColumnLayout>
  )
}

interface StoriesProps {
  title: string
  none: string
  stories: readonly ToldStory[]
}

/** Members of the sample to look at, by the name that they have in it alone. */
function Stories({ title, none, stories }: StoriesProps) {
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
