import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Answer } from '../../api/client.ts'
import { useWords } from '../../shell/words.tsx'

type State = Answer<'GET /v1/campaigns'>['campaigns'][number]['state']

const LOOKS: Record<State, StatusIndicatorProps.Type> = { running: 'success', paused: 'pending', stopped: 'stopped' }

export function StateText({ state }: { state: State }) {
  const { campaigns: words } = useWords()
  return <StatusIndicator type={LOOKS[state]}>{words.states[state]}</StatusIndicator>
}
