import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { diffLines } from 'diff'
import { useEditingWords } from './words.ts'

interface ChooseTextProps {
  title: string
  about: string
  mine: string
  theirs: string
  /** Whose it is. */
  theirsIs: string
  onChoose(which: 'mine' | 'theirs'): void
}

/** Two texts of one file beside each other; one is chosen. */
export function ChooseText({ title, about, mine, theirs, theirsIs, onChoose }: ChooseTextProps) {
  const { drafts: words } = useEditingWords()
  const parts = diffLines(theirs, mine)
  return (
    <Alert type="warning" header={title}>
      <SpaceBetween size="s">
        {about}
        <ColumnLayout columns={2}>
          <Text title={words.mine} parts={parts.filter(({ removed }) => !removed)} />
          <Text title={theirsIs} parts={parts.filter(({ added }) => !added)} />
        </ColumnLayout>
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => onChoose('mine')}>{words.keepMine}</Button>
          <Button onClick={() => onChoose('theirs')}>{words.takeTheirs}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  )
}

function Text({ title, parts }: { title: string; parts: ReturnType<typeof diffLines> }) {
  return (
    <section aria-label={title}>
      <strong>{title}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <pre className="wb-text" tabIndex={0}>
        {parts.map(({ value, added, removed }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have their place alone
          added || removed ? <mark key={index}>{value}</mark> : <span key={index}>{value}</span>,
        )}
      </pre>
    </section>
  )
}
