import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Cards from '@cloudscape-design/components/cards'
import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import type { ShownPicture } from '../../../shared/domain/pictures/insert.ts'
import { PICTURE_BYTES_AT_MOST, PICTURES } from '../../../shared/domain/pictures/picture.ts'
import type { Answer } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { AskModal } from '../../parts/ask.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useEditingWords } from '../words.ts'

type Uploaded = Answer<'GET /v1/pictures'>['pictures'][number]

const TYPES = 'image/png,image/jpeg,image/gif,image/webp'
const A_PAGE = 24

interface PicturesProps {
  /** Gives whether there was a place for it. */
  onInsert(picture: ShownPicture): boolean
}

/** Puts a picture into a mail: one that is uploaded now, or one that is there. */
export function Pictures({ onInsert }: PicturesProps) {
  const { pictures: words } = useEditingWords().mails
  const [isOpen, setOpen] = useState(false)
  if (!useMay('edit')) return null
  return (
    <>
      <Button iconName="upload" onClick={() => setOpen(true)}>
        {words.title}
      </Button>
      {isOpen && <Insert onInsert={onInsert} onClose={() => setOpen(false)} />}
    </>
  )
}

function Insert({ onInsert, onClose }: PicturesProps & { onClose(): void }) {
  const { pictures: words } = useEditingWords().mails
  const upload = useAct('POST /v1/pictures')
  const [files, setFiles] = useState<File[]>([])
  const [chosen, setChosen] = useState<Uploaded>()
  const [alt, setAlt] = useState('')
  const [fault, setFault] = useState<string>()
  const take = async (file: File | undefined) => {
    setFiles(file ? [file] : [])
    if (!file) return
    const bytes = await base64Of(file)
    upload.mutate({ file: file.name, bytes }, { onSuccess: ({ picture }) => setChosen(picture) })
  }
  const insert = () => {
    if (!chosen) return setFault(words.choosePicture)
    if (alt.trim() === '') return setFault(words.altMissing)
    if (!onInsert({ url: chosen.url, alt: alt.trim(), width: chosen.width })) return setFault(words.noColumn)
    onClose()
  }
  return (
    <AskModal title={words.title} error={upload.error} isPending={upload.isPending} onClose={onClose} onDo={insert}>
      <Box color="text-body-secondary">{words.about(PICTURE_BYTES_AT_MOST / 1024 ** 2)}</Box>
      <FileUpload
        accept={TYPES}
        value={files}
        showFileSize
        onChange={({ detail }) => void take(detail.value.at(-1))}
        i18nStrings={{
          uploadButtonText: () => words.choose,
          dropzoneText: () => words.drop,
          removeFileAriaLabel: () => words.remove,
          errorIconAriaLabel: words.error,
          limitShowFewer: words.fewer,
          limitShowMore: words.more,
        }}
      />
      <There chosen={chosen} onChoose={setChosen} />
      <FormField label={words.alt} description={words.altAbout}>
        <Input value={alt} onChange={({ detail }) => setAlt(detail.value)} />
      </FormField>
      {fault && <Alert type="warning">{fault}</Alert>}
    </AskModal>
  )
}

interface ThereProps {
  chosen: Uploaded | undefined
  onChoose(picture: Uploaded | undefined): void
}

function There({ chosen, onChoose }: ThereProps) {
  const { pictures: words } = useEditingWords().mails
  const [cursors, setCursors] = useState<string[]>([])
  const cursor = cursors.at(-1)
  const answer = useAnswer('GET /v1/pictures', { limit: A_PAGE, ...(cursor !== undefined && { cursor }) })
  return (
    <Awaited answer={answer}>
      {({ pictures, cursor: next }) => (
        <>
          <Box variant="h3">{words.there}</Box>
          <Cards
            items={pictures}
            trackBy="name"
            selectionType="single"
            selectedItems={chosen ? [chosen] : []}
            onSelectionChange={({ detail }) => onChoose(detail.selectedItems[0])}
            cardsPerRow={[{ cards: 2 }]}
            ariaLabels={{
              itemSelectionLabel: (_all, { file }) => file,
              selectionGroupLabel: words.there,
            }}
            empty={<Box color="text-body-secondary">{words.none}</Box>}
            cardDefinition={{
              header: ({ file }) => <Box fontSize="body-s">{file}</Box>,
              sections: [
                {
                  id: 'shown',
                  // Of this address, whatever name of it the mail will say.
                  content: ({ name }) => <img className="wb-picture" src={`/${PICTURES}/${name}`} alt="" />,
                },
                {
                  id: 'size',
                  content: ({ width, height, bytes }) => (
                    <Box fontSize="body-s">{words.size(width, height, Math.ceil(bytes / 1024))}</Box>
                  ),
                },
              ],
            }}
          />
          {next !== null && <Button onClick={() => setCursors([...cursors, next])}>{words.older}</Button>}
        </>
      )}
    </Awaited>
  )
}

/** The bytes of a file as JSON can carry them. */
async function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
  reader.onerror = () => reject(reader.error ?? new Error(file.name))
  reader.readAsDataURL(file)
  return promise
}
