import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../../api/client.ts'
import { useEditingWords } from '../../editing/words.ts'

export type ShownDraft = Answer<'GET /v1/drafts'>['drafts'][number]

const LOOKS: Record<ShownDraft['state'], StatusIndicatorProps.Type> = {
  open: 'info',
  checked: 'info',
  inReview: 'pending',
  approved: 'success',
  scheduled: 'in-progress',
  live: 'success',
  rolledBack: 'stopped',
  discarded: 'stopped',
}

export function DraftStateText({ draft: { state, isLive } }: { draft: Pick<ShownDraft, 'state' | 'isLive'> }) {
  const { drafts: words } = useEditingWords()
  const wasLive = state === 'live' && !isLive
  return (
    <StatusIndicator type={wasLive ? 'stopped' : LOOKS[state]}>
      {wasLive ? words.wasLive : words.states[state]}
    </StatusIndicator>
  )
}
