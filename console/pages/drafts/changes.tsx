import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import type { Found } from '../../editing/use-check.ts'
import { useEditingWords } from '../../editing/words.ts'
import { useLanguage } from '../../shell/words.tsx'
import type { ShownProps } from './files.tsx'

/** What the draft changes of what is live, in words. */
export function Changes({ shown: { draft }, found }: Pick<ShownProps, 'shown'> & { found: Found | undefined }) {
  const { drafts: words } = useEditingWords()
  const { diff: say } = textsIn(useLanguage())
  const heading = ({ of, id, change }: Found['changes'][number]) => {
    const name = id === '' ? say.of[of] : `${say.of[of]} ${id}`
    return change === 'changed' ? name : say.line.plain(name, say.change[change])
  }
  if (Object.keys(draft.files).length === 0) return <Box color="text-body-secondary">{words.noChanges}</Box>
  if (!found || found.problems.length > 0) return <Box color="text-body-secondary">{words.changesAppear}</Box>
  if (found.changes.length === 0) return <Box color="text-body-secondary">{words.sameMeaning}</Box>
  return (
    <SpaceBetween size="m">
      {found.changes.map((each) => (
        <Container key={`${each.of} ${each.id}`} header={<Header variant="h3">{heading(each)}</Header>}>
          <ul className="wb-lines">
            {each.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Container>
      ))}
    </SpaceBetween>
  )
}
