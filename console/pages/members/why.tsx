import Box from '@cloudscape-design/components/box'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '../../api/use.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { ExplanationBox } from './explanation.tsx'

/** Why this member did or did not get something of each campaign. The one that is open is in the address. */
export function WhyTab({ memberId }: { memberId: string }) {
  const { explain } = useWords().members
  const lang = useLanguage()
  const answer = useAnswer('GET /v1/members/{memberId}/explain', { memberId, lang })
  const { why, ...others } = useSearch({ from: '/members/$memberId' })
  const navigate = useNavigate()
  const [filter, setFilter] = useState('all')
  const open = (next: string | undefined) =>
    void navigate({ to: '/members/$memberId', params: { memberId }, search: { ...others, why: next }, replace: true })
  return (
    <SpaceBetween size="m">
      <SegmentedControl
        label={explain.campaign}
        selectedId={filter}
        onChange={({ detail }) => setFilter(detail.selectedId)}
        options={(['all', 'got', 'not'] as const).map((id) => ({ id, text: explain.filter[id] }))}
      />
      <Awaited answer={answer}>
        {({ explanations }) => {
          const shown = explanations.filter(
            ({ verdict }) => filter === 'all' || (verdict === 'got') === (filter === 'got'),
          )
          if (shown.length === 0) return <Box color="text-body-secondary">{explain.nothing}</Box>
          return (
            <SpaceBetween size="s">
              {shown.map((explanation) => {
                const { campaign, key } = explanation
                const id = key === undefined ? campaign : `${campaign}:${key}`
                const isOpen = why === id || why === campaign
                return (
                  <ExplanationBox
                    key={id}
                    memberId={memberId}
                    explanation={explanation}
                    isOpen={isOpen}
                    onOpen={(opened) => open(opened ? id : undefined)}
                  />
                )
              })}
            </SpaceBetween>
          )
        }}
      </Awaited>
    </SpaceBetween>
  )
}
