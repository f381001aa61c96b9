import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { setAt } from '../../../shared/domain/document/edit.ts'
import { type Files, nameOfText } from '../../../shared/domain/drafts/files.ts'
import type { Piece } from '../../../shared/domain/gallery/piece.ts'
import { type Placed, placePiece } from '../../../shared/domain/gallery/place.ts'
import { call } from '../../api/client.ts'
import { useAnswer, useAskAnew } from '../../api/use.ts'
import { type LiveFiles, useLiveFiles } from '../../editing/live-files.ts'
import { useEditingWords } from '../../editing/words.ts'
import { AskModal } from '../../parts/ask.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage } from '../../shell/words.tsx'
import { LOOK } from './pieces.ts'

interface BeginProps {
  piece: Piece
  onClose(): void
}

/** Puts a campaign of the gallery into a draft: a new one, or the one that somebody comes from. */
export function BeginWith(props: BeginProps) {
  const { draft = '' } = useSearch({ from: '/gallery/$piece' })
  const live = useLiveFiles()
  const shown = useAnswer('GET /v1/drafts/{draft}', { draft }, { enabled: draft !== '' })
  return (
    <Awaited answer={live}>
      {(files) =>
        draft === '' ? (
          <Ask {...props} rulebook={rulebookOf(files, {})} />
        ) : (
          <Awaited answer={shown}>
            {({ draft: { id, name }, texts }) => (
              <Ask {...props} rulebook={rulebookOf(files, texts)} into={{ id, name }} />
            )}
          </Awaited>
        )
      }
    </Awaited>
  )
}

function rulebookOf({ files }: LiveFiles, texts: Readonly<Record<string, string | null>>): Files {
  const all = Object.entries({ ...files, ...texts })
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null))
}

function Ask({
  piece,
  onClose,
  rulebook,
  into,
}: BeginProps & { rulebook: Files; into?: { id: string; name: string } }) {
  const { gallery: words, drafts } = useEditingWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const askAnew = useAskAnew()
  const [name, setName] = useState(piece.title[language])
  const [asked, setAsked] = useState(() => placePiece(piece, { files: rulebook, look: LOOK, language })?.id ?? piece.id)
  const [said, setSaid] = useState<Record<string, string>>({})
  const placed = placePiece(piece, { files: rulebook, look: LOOK, language, name: asked })
  const isTaken = placed?.id !== asked
  const isWrong = !/^[a-z0-9-]{1,48}$/.test(asked)
  const begin = useMutation({
    mutationFn: async ({ id: campaign, changed }: Placed) => {
      const draft = into?.id ?? (await call('POST /v1/drafts', { name })).draft.id
      const texts = { ...changed, ...withWords(rulebook['wingback.yaml'], said) }
      for (const [path, text] of Object.entries(texts)) {
        const answer = await call('PUT /v1/drafts/{draft}/files', {
          draft,
          path,
          text,
          rests: nameOfText(rulebook[path]),
        })
        if (!answer.saved) throw new Error(drafts.conflict)
      }
      return { draft, path: `campaigns/${campaign}.yaml` }
    },
    onSuccess: async ({ draft, path }) => {
      await askAnew('GET /v1/drafts/{draft}', { draft })
      void navigate({ to: '/drafts/$draft/file', params: { draft }, search: { path, view: 'diagram' } })
    },
  })
  return (
    <AskModal
      title={words.begin}
      error={begin.error}
      isPending={begin.isPending}
      onClose={onClose}
      onDo={() => {
        if (placed && !isTaken && !isWrong) begin.mutate(placed)
      }}
    >
      <Box color="text-body-secondary">{into ? words.goesInto(into.name) : words.beginAbout}</Box>
      {!into && (
        <FormField label={drafts.name}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
      )}
      <FormField
        label={drafts.newId}
        description={drafts.newIdAbout}
        errorText={isWrong ? drafts.newIdWrong : isTaken ? drafts.newIdTaken : undefined}
      >
        <Input value={asked} onChange={({ detail }) => setAsked(detail.value)} />
      </FormField>
      {placed && placed.missing.length > 0 && (
        <SpaceBetween size="s">
          <Box>{words.missing}</Box>
          {placed.missing.map((word) => (
            <FormField key={word} label={word} description={words.airlineWords[word]}>
              <Input value={said[word] ?? ''} onChange={({ detail }) => setSaid({ ...said, [word]: detail.value })} />
            </FormField>
          ))}
        </SpaceBetween>
      )}
    </AskModal>
  )
}

/** Words of the airline that somebody filled in; what they left open is a problem of the draft. */
function withWords(settings: string | undefined, said: Readonly<Record<string, string>>): Record<string, string> {
  const words = Object.entries(said).filter(([, value]) => value.trim() !== '')
  if (settings === undefined || words.length === 0) return {}
  const text = words.reduce((done, [word, value]) => setAt(done, ['airline', word], value.trim()) ?? done, settings)
  return { 'wingback.yaml': text }
}
