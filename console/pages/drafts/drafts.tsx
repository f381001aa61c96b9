import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, useAnswer } from '../../api/use.ts'
import { useEditingWords } from '../../editing/words.ts'
import { AskModal } from '../../parts/ask.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { DraftStateText } from './state.tsx'

const LOOK_AGAIN_MS = 10_000

/** Changes of rules that are not live yet, and those that came of it. */
export function Drafts() {
  const { drafts: words } = useEditingWords()
  const search = useSearch({ from: '/drafts' })
  const which = search.which === 'done' ? 'done' : 'underWay'
  const navigate = useNavigate()
  const time = useTime()
  const mayEdit = useMay('edit')
  const [begins, setBegins] = useState(false)
  const answer = useAnswer('GET /v1/drafts', { which }, { everyMs: LOOK_AGAIN_MS })
  return (
    <Page
      title={words.title}
      description={words.about}
      actions={
        mayEdit && (
          <Button variant="primary" onClick={() => setBegins(true)}>
            {words.begin}
          </Button>
        )
      }
    >
      <SpaceBetween size="m">
        <SegmentedControl
          label={words.state}
          selectedId={which}
          options={(['underWay', 'done'] as const).map((id) => ({ id, text: words.which[id] }))}
          onChange={({ detail }) => void navigate({ to: '/drafts', search: { which: detail.selectedId } })}
        />
        <Awaited answer={answer}>
          {({ drafts }) => (
            <Table
              items={drafts}
              trackBy="id"
              wrapLines
              empty={<Box color="text-body-secondary">{which === 'done' ? words.noneDone : words.none}</Box>}
              columnDefinitions={[
                {
                  id: 'name',
                  header: words.name,
                  isRowHeader: true,
                  cell: ({ id, name }) => <LinkTo href={`/drafts/${id}`}>{name}</LinkTo>,
                },
                { id: 'state', header: words.state, minWidth: 140, cell: (draft) => <DraftStateText draft={draft} /> },
                { id: 'files', header: words.files, cell: ({ files }) => Object.keys(files).length },
                {
                  id: 'begun',
                  header: '',
                  cell: ({ createdBy, createdAt }) => words.begunBy(createdBy, time(createdAt)),
                },
              ]}
            />
          )}
        </Awaited>
        {begins && <Begin onClose={() => setBegins(false)} />}
      </SpaceBetween>
    </Page>
  )
}

function Begin({ onClose }: { onClose(): void }) {
  const { drafts: words } = useEditingWords()
  const navigate = useNavigate()
  const begin = useAct('POST /v1/drafts')
  const [name, setName] = useState('')
  return (
    <AskModal
      title={words.begin}
      error={begin.error}
      isPending={begin.isPending}
      onClose={onClose}
      onDo={() => {
        if (name.trim() !== '')
          begin.mutate(
            { name },
            { onSuccess: ({ draft }) => void navigate({ to: '/drafts/$draft', params: { draft: draft.id } }) },
          )
      }}
    >
      <Box color="text-body-secondary">{words.beginAbout}</Box>
      <FormField label={words.name}>
        <Input value={name} placeholder={words.namePlaceholder} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </AskModal>
  )
}
