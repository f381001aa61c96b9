import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useAct, useAnswer } from '../../api/use.ts'
import { ChooseText } from '../../editing/choose-text.tsx'
import { useLiveFiles } from '../../editing/live-files.ts'
import { Problems } from '../../editing/problems.tsx'
import { useCheck } from '../../editing/use-check.ts'
import { useEditingWords } from '../../editing/words.ts'
import { Page } from '../../parts/page.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { DraftActions } from './actions.tsx'
import { Changes } from './changes.tsx'
import { DraftFiles, type ShownProps } from './files.tsx'
import { DraftHistory } from './history.tsx'
import { Outlook } from './outlook.tsx'
import { DraftStateText } from './state.tsx'

const LOOK_AGAIN_MS = 5000

/** One draft: its files, what it changes in words, what would come of it, and who did what. */
export function DraftPage() {
  const { draft: id } = useParams({ from: '/drafts/$draft' })
  const live = useLiveFiles()
  const answer = useAnswer('GET /v1/drafts/{draft}', { draft: id }, { everyMs: LOOK_AGAIN_MS })
  const { drafts: words } = useEditingWords()
  const time = useTime()
  const draft = answer.data?.draft
  return (
    <Page
      title={draft?.name ?? id}
      {...(draft && {
        description: (
          <>
            <DraftStateText draft={draft} />
            {draft.schedule && ` · ${words.goesLive(time(draft.schedule.at))}`}
          </>
        ),
        actions: <DraftActions draft={draft} />,
      })}
    >
      <Awaited answer={live}>
        {(files) => <Awaited answer={answer}>{(shown) => <Shown shown={shown} live={files} />}</Awaited>}
      </Awaited>
    </Page>
  )
}

function Shown({ shown, live }: ShownProps) {
  const { drafts: words } = useEditingWords()
  const { tab = 'files' } = useSearch({ from: '/drafts/$draft' })
  const navigate = useNavigate()
  const { draft, texts } = shown
  const { found, isStale } = useCheck(live.files, texts)
  const isOver = draft.state === 'live' || draft.state === 'rolledBack' || draft.state === 'discarded'
  return (
    <SpaceBetween size="l">
      {draft.missed && (
        <Alert type="error" header={words.missed}>
          {words.missedWhy[draft.missed.why] ?? draft.missed.why}
        </Alert>
      )}
      {!isOver && shown.behind.map((path) => <Behind key={path} path={path} shown={shown} live={live} />)}
      {!isOver && <Problems found={found} isStale={isStale} draft={draft.id} />}
      {draft.checked && !isOver && <Outlook draft={draft} />}
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) =>
          void navigate({
            to: '/drafts/$draft',
            params: { draft: draft.id },
            search: { tab: detail.activeTabId },
            replace: true,
          })
        }
        tabs={[
          { id: 'files', label: words.tabs.files, content: <DraftFiles shown={shown} live={live} /> },
          { id: 'changes', label: words.tabs.changes, content: <Changes shown={shown} found={found} /> },
          { id: 'history', label: words.tabs.history, content: <DraftHistory draft={draft} /> },
        ]}
      />
    </SpaceBetween>
  )
}

/** A file that went live anew since it was changed here: one of the two is chosen. */
function Behind({ path, shown: { draft, texts }, live }: ShownProps & { path: string }) {
  const { drafts: words } = useEditingWords()
  const save = useAct('PUT /v1/drafts/{draft}/files')
  const mine = texts[path] ?? null
  const theirs = live.files[path] ?? null
  return (
    <>
      <ChooseText
        title={`${words.behind}: ${path}`}
        about={words.behindAbout}
        mine={mine ?? ''}
        theirs={theirs ?? ''}
        theirsIs={words.theLive}
        onChoose={(which) =>
          save.mutate({
            draft: draft.id,
            path,
            text: which === 'mine' ? mine : theirs,
            rests: draft.files[path]?.text ?? null,
            ontoLive: true,
          })
        }
      />
      {save.error && <Problem error={save.error} />}
    </>
  )
}
