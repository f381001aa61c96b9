import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Files, nameOfText } from '../../../shared/domain/drafts/files.ts'
import { firstMail } from '../../../shared/domain/drafts/first-mail.ts'
import { editingTextsIn } from '../../../shared/domain/texts/editing.ts'
import type { Language } from '../../../shared/domain/texts/language.ts'
import { call } from '../../api/client.ts'
import { useAskAnew } from '../../api/use.ts'
import { useEditingWords } from '../../editing/words.ts'
import { AskModal } from '../../parts/ask.tsx'
import { useLanguage } from '../../shell/words.tsx'

/** What is begun with nothing but a name. */
export const MADE = ['campaign', 'audience', 'template'] as const
type Made = (typeof MADE)[number]

const MAIL_WORDS = { en: editingTextsIn('en').drafts.firstMail, 'zh-CN': editingTextsIn('zh-CN').drafts.firstMail }

/** What a new file begins with: whole, so that nothing is red before anybody has done anything. */
const BEGINNINGS: Record<Made, (id: string, files: Files, language: Language) => Files> = {
  campaign: (id) => ({
    [`campaigns/${id}.yaml`]: `campaign: ${id}\ntrigger: complaint.filed\nguardrails:\n  oncePer: complaint\nsteps:\n  - wait: 2h\n  - serviceTask: { title: Call the member }\n`,
  }),
  audience: (id) => ({
    [`audiences/${id}.yaml`]: `audience: ${id}\nwho:\n  flights: { inLast: 365d, atLeast: 1 }\n`,
  }),
  template: (id, files, language) => firstMail(id, files, { words: MAIL_WORDS, language }),
}

interface NewFileProps {
  kind: Made
  /** The rulebook as the draft has it; null is what the draft takes out. */
  files: Readonly<Record<string, string | null>>
  draft: string
}

export function NewFile({ kind, files, draft }: NewFileProps) {
  const { drafts: words } = useEditingWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const askAnew = useAskAnew()
  const [isOpen, setOpen] = useState(false)
  const [id, setId] = useState('')
  const [tried, setTried] = useState(false)
  const there = Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  const begun = BEGINNINGS[kind](id, there, language)
  const isTaken = Object.keys(begun).some((path) => path in files)
  const fault = !/^[a-z0-9-]{1,64}$/.test(id) ? words.newIdWrong : isTaken ? words.newIdTaken : undefined
  const save = useMutation({
    mutationFn: async () => {
      for (const [path, text] of Object.entries(begun)) {
        // What was written before a connection broke is there already, and the same.
        const answer = await call('PUT /v1/drafts/{draft}/files', { draft, path, text, rests: null })
        if (!answer.saved && answer.theirs.name !== nameOfText(text)) throw new Error(words.conflict)
      }
      await askAnew('GET /v1/drafts/{draft}', { draft })
    },
    onSuccess: () => {
      const paths = Object.keys(begun)
      const path = paths.find((each) => each.includes(`/${language}.`)) ?? paths[0]!
      void navigate({ to: '/drafts/$draft/file', params: { draft }, search: { path } })
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.makes[kind]}</Button>
      {isOpen && (
        <AskModal
          title={words.makes[kind]}
          error={save.error}
          isPending={save.isPending}
          onDo={() => {
            setTried(true)
            if (!fault) save.mutate()
          }}
          onClose={() => setOpen(false)}
        >
          {kind === 'template' && <Box color="text-body-secondary">{words.newMailAbout}</Box>}
          <FormField label={words.newId} description={words.newIdAbout} errorText={tried ? fault : undefined}>
            <Input value={id} onChange={({ detail }) => setId(detail.value)} />
          </FormField>
        </AskModal>
      )}
    </>
  )
}
