import ExpandableSection from '@cloudscape-design/components/expandable-section'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { LinkTo } from '../parts/link-to.tsx'
import type { Found } from './use-check.ts'
import { useEditingWords } from './words.ts'

/** What the rulebook's own checks say of the draft as it is now, with the way to each place. */
export function Problems({ found, isStale, draft }: { found: Found | undefined; isStale: boolean; draft: string }) {
  const { drafts: words } = useEditingWords()
  if (!found) return <StatusIndicator type="loading">{words.checking}</StatusIndicator>
  const { problems } = found
  if (problems.length === 0)
    return <StatusIndicator type={isStale ? 'loading' : 'success'}>{words.noProblems}</StatusIndicator>
  return (
    <ExpandableSection
      defaultExpanded
      headerText={
        <StatusIndicator type={isStale ? 'loading' : 'error'}>{words.problems(problems.length)}</StatusIndicator>
      }
    >
      <ProblemList problems={problems} draft={draft} />
    </ExpandableSection>
  )
}

/** Each with the way to its place. */
export function ProblemList({ problems, draft }: { problems: Found['problems']; draft: string }) {
  const { drafts: words } = useEditingWords()
  return (
    <ul className="wb-lines">
      {problems.slice(0, 50).map(({ file, line, column, code, message, hint }) => (
        <li key={`${file}:${line}:${column}:${code}:${message}`}>
          {file !== '' && (
            <>
              <LinkTo href={`/drafts/${draft}/file?path=${encodeURIComponent(file)}`}>
                {words.problemIn(file, line)}
              </LinkTo>
              :{' '}
            </>
          )}
          {message}
          {hint && ` (${hint})`}
        </li>
      ))}
    </ul>
  )
}
