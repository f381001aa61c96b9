import Alert from '@cloudscape-design/components/alert'
import type { Answer } from '../../api/client.ts'
import { ProblemList } from '../../editing/problems.tsx'
import { useEditingWords } from '../../editing/words.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import type { ShownDraft } from './state.tsx'

/** What the server found when it checked a draft: problems of its rules, and of its examples those that come out otherwise. */
export function CheckResult({ of, draft }: { of: Answer<'POST /v1/drafts/{draft}/steps'>; draft: ShownDraft }) {
  const { drafts: words } = useEditingWords()
  const examples = 'examples' in of ? of.examples : undefined
  const notRun = examples && examples.filesMore > 0 ? ` ${words.examplesNotRun(examples.filesMore)}` : ''
  if (of.ok) {
    if (!examples || (draft.state !== 'checked' && draft.state !== 'inReview')) return null
    const passed = examples.ran > 0 ? ` ${words.examplesPass(examples.ran)}` : ''
    return <Alert type="success">{words.checkPassed + passed + notRun}</Alert>
  }
  // What was found of an earlier text says nothing of this one.
  if (of.draft.version !== draft.version) return null
  return (
    <Alert type="error" header={words.checkFailed}>
      <ProblemList problems={of.problems} draft={draft.id} />
      {examples && (
        <ul className="wb-lines">
          {examples.failed.map(({ file, line, name, differences }) => (
            <li key={`${file}:${line}`}>
              <LinkTo href={`/drafts/${draft.id}/file?path=${encodeURIComponent(file)}`}>
                {words.problemIn(file, line)}
              </LinkTo>
              : {words.exampleFails(name)}
              <ul>
                {differences.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {notRun}
    </Alert>
  )
}
