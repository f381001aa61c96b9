import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { nameOfText } from '../../../shared/domain/drafts/files.ts'
import { addExample, examplesFileOf } from '../../../shared/domain/examples/add.ts'
import { type Answer, call } from '../../api/client.ts'
import { useAnswer, useAskAnew } from '../../api/use.ts'
import { AskModal } from '../../parts/ask.tsx'
import { useCampaignName } from '../../parts/campaign-name.tsx'
import { useLiveFiles } from '../live-files.ts'
import { useEditingWords } from '../words.ts'

type Made = Answer<'POST /v1/member-examples/{memberId}'>

export interface MakeExampleProps {
  memberId: string
  /** Of one of these campaigns. */
  campaigns: readonly string[]
  /** What of it: what was decided at an event, or one entry of a campaign. */
  of: { event?: string; key?: string }
  /** When it was, in words. */
  day: string
  onClose(): void
}

const NEW = ''
const OPEN = ['open', 'checked', 'approved']

/** Makes an example of what a campaign did for a member, and puts it into a draft. What comes out otherwise is shown first. */
export default function MakeExample({ memberId, campaigns, of, day, onClose }: MakeExampleProps) {
  const { examples, drafts: say } = useEditingWords()
  const { make: words } = examples
  const nameOf = useCampaignName()
  const navigate = useNavigate()
  const askAnew = useAskAnew()
  const live = useLiveFiles()
  const drafts = useAnswer('GET /v1/drafts', { which: 'underWay' })
  const open = (drafts.data?.drafts ?? []).filter(({ state }) => OPEN.includes(state))
  const [campaign, setCampaign] = useState(campaigns[0]!)
  const [typed, setTyped] = useState<string>()
  const [draft, setDraft] = useState(NEW)
  const name = typed ?? words.usualName(nameOf(campaign), day)
  const asked = JSON.stringify([campaign, name])
  const [made, setMade] = useState<{ of: string; is: Made }>()
  const shown = made?.of === asked ? made.is : undefined
  const put = useMutation({
    mutationFn: async () => {
      const is = shown ?? (await call('POST /v1/member-examples/{memberId}', { memberId, campaign, name, ...of }))
      setMade({ of: asked, is })
      if (!is.passed && !shown) return undefined
      const path = examplesFileOf(campaign)
      const into = draft === NEW ? undefined : await call('GET /v1/drafts/{draft}', { draft })
      const text = (into && path in into.texts ? into.texts[path] : live.data?.files[path]) ?? undefined
      const next = addExample(text, campaign, is.example)
      if (next === undefined) throw new Error(words.unreadable(path))
      const id = into?.draft.id ?? (await call('POST /v1/drafts', { name })).draft.id
      const rests = nameOfText(text)
      const answer = await call('PUT /v1/drafts/{draft}/files', { draft: id, path, text: next, rests })
      if (!answer.saved) throw new Error(say.conflict)
      return { draft: id, path }
    },
    onSuccess: async (went) => {
      if (!went) return
      await askAnew('GET /v1/drafts/{draft}', { draft: went.draft })
      void navigate({
        to: '/drafts/$draft/file',
        params: { draft: went.draft },
        search: { path: went.path, view: 'table' },
      })
    },
  })
  const options = [{ value: NEW, label: words.newDraft }, ...open.map(({ id, name: label }) => ({ value: id, label }))]
  const choices = campaigns.map((value) => ({ value, label: nameOf(value) }))
  return (
    <AskModal
      title={shown && !shown.passed ? words.addAllTheSame : words.title}
      error={put.error}
      isPending={put.isPending}
      onClose={onClose}
      onDo={() => {
        if (name.trim() !== '' && live.data) put.mutate()
      }}
    >
      <Box color="text-body-secondary">{words.about}</Box>
      {choices.length > 1 && (
        <FormField label={words.campaign}>
          <Select
            options={choices}
            selectedOption={choices.find(({ value }) => value === campaign) ?? null}
            onChange={({ detail }) => setCampaign(detail.selectedOption.value!)}
          />
        </FormField>
      )}
      <FormField label={words.name}>
        <Input value={name} onChange={({ detail }) => setTyped(detail.value)} />
      </FormField>
      <FormField label={words.into}>
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === draft) ?? null}
          onChange={({ detail }) => setDraft(detail.selectedOption.value!)}
        />
      </FormField>
      {shown && !shown.passed && (
        <Alert type="warning" header={words.otherwise}>
          {words.otherwiseAbout}
          <ul className="wb-lines">
            {[...shown.differences, ...shown.problems.map(({ message }) => message)].map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Alert>
      )}
    </AskModal>
  )
}
