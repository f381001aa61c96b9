import Table from '@cloudscape-design/components/table'
import { useAnswer } from '../../api/use.ts'
import { useEditingWords } from '../../editing/words.ts'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import type { ShownDraft } from './state.tsx'

const SHOWN_AT_MOST = 100

/** Who did what with a draft, the newest first. */
export function DraftHistory({ draft }: { draft: ShownDraft }) {
  const { drafts: words } = useEditingWords()
  const time = useTime()
  const answer = useAnswer('GET /v1/drafts/{draft}/lines', { draft: draft.id, limit: SHOWN_AT_MOST })
  return (
    <Awaited answer={answer}>
      {({ lines }) => (
        <Table
          items={lines}
          trackBy={({ version }) => String(version)}
          wrapLines
          ariaLabels={{ tableLabel: words.tabs.history }}
          columnDefinitions={[
            { id: 'at', header: '', cell: ({ at }) => time(at), width: 170 },
            { id: 'who', header: '', cell: ({ by }) => by, isRowHeader: true },
            { id: 'did', header: '', cell: ({ did, path }) => `${words.did[did]} ${path ?? ''}` },
            { id: 'why', header: words.comment, cell: ({ comment = '' }) => comment },
          ]}
        />
      )}
    </Awaited>
  )
}
