import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useState } from 'react'
import type { Problem } from '../../../shared/domain/problem.ts'
import type { Answer } from '../../api/client.ts'
import { useWhileTyping } from '../../api/use-while-typing.ts'
import { MailFrame } from '../../pages/mails/mail-frame.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { Problem as Refusal } from '../../parts/problem.tsx'
import { useMay } from '../../shell/person.tsx'
import type { FileEditing } from '../use-file.ts'
import { useEditingWords } from '../words.ts'
import { MailChecks } from './mail-checks.tsx'
import { MailSource } from './mail-source.tsx'
import type { Sample } from './samples.ts'
import { TestSend } from './test-send.tsx'

interface MailEditorProps {
  draft: string
  path: string
  file: FileEditing
  /** All files of the rulebook as the draft has them. */
  files: Readonly<Record<string, string | null>>
  problems: readonly Problem[]
  readOnly: boolean
}

const RENDERS = 'POST /v1/drafts/{draft}/renders'

const WIDTHS = ['desktop', 'phone', 'text'] as const
type Width = (typeof WIDTHS)[number]

/** A mail: its source, and beside it how it reads, made by the builder and the renderer of what is sent. */
export function MailEditor({ draft, path, file, files, problems, readOnly }: MailEditorProps) {
  const { mails: words } = useEditingWords()
  const [sample, setSample] = useState<Sample>('known')
  const [member, setMember] = useState('')
  const written = { draft, path, text: file.text }
  const isReal = useMay('personalData') && member !== ''
  const made = useWhileTyping(RENDERS, isReal ? undefined : { ...written, sample })
  const real = useWhileTyping('POST /v1/member-renders/{draft}', isReal ? { ...written, member } : undefined)
  const { answer, error, isStale } = isReal ? real : made
  const found = answer && !answer.ok ? answer.problems : []
  return (
    <ColumnLayout columns={2} minColumnWidth={380}>
      <SpaceBetween size="s">
        <Languages draft={draft} path={path} files={files} />
        <MailSource file={file} files={files} problems={found.length > 0 ? found : problems} readOnly={readOnly} />
      </SpaceBetween>
      <SpaceBetween size="s">
        <Container
          header={
            <Header variant="h2" actions={<TestSend draft={draft} path={path} sample={sample} />}>
              {words.preview}
            </Header>
          }
        >
          {error && <Refusal error={error} />}
          {found.map((each) => (
            <Alert key={each.line + each.message} type="error">
              {words.line(each.line)} {each.message} {each.hint}
            </Alert>
          ))}
          {answer && !answer.ok && answer.reason !== '' && <Alert type="warning">{words.notSent(answer.reason)}</Alert>}
          <Shown answer={answer} isStale={isStale} sample={sample} onSample={setSample} onMember={setMember} />
        </Container>
        {answer && answer.checks.length > 0 && <MailChecks checks={answer.checks} />}
      </SpaceBetween>
    </ColumnLayout>
  )
}

interface ShownProps {
  answer: Answer<typeof RENDERS> | undefined
  isStale: boolean
  sample: Sample
  onSample(sample: Sample): void
  /** Somebody real, by card; '': nobody. */
  onMember(member: string): void
}

function Shown({ answer, isStale, sample, onSample, onMember }: ShownProps) {
  const { mails: words } = useEditingWords()
  const [width, setWidth] = useState<Width>('desktop')
  const [isDark, setDark] = useState(false)
  const samples = (['known', 'nameless', 'owed'] as const).map((value) => ({ value, label: words.samples[value] }))
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <SegmentedControl
          label={words.shownOn}
          selectedId={width}
          options={WIDTHS.map((id) => ({ id, text: words.widths[id] }))}
          onChange={({ detail }) => setWidth(detail.selectedId as Width)}
        />
        <Toggle checked={isDark} onChange={({ detail }) => setDark(detail.checked)}>
          {words.dark}
        </Toggle>
        <Select
          ariaLabel={words.sample}
          options={samples}
          selectedOption={samples.find(({ value }) => value === sample)!}
          onChange={({ detail }) => onSample(detail.selectedOption.value as Sample)}
        />
        {useMay('personalData') && <RealMember onMember={onMember} />}
      </SpaceBetween>
      {answer?.ok && (
        <div aria-busy={isStale}>
          <Box>
            <Box variant="strong" display="inline">
              {words.subject}
            </Box>{' '}
            {answer.subject}
          </Box>
          {width === 'text' ? (
            <pre className="wb-text">{answer.text}</pre>
          ) : (
            <div className={`wb-mail-on-${width}${isDark ? ' wb-mail-dark' : ''}`}>
              <MailFrame html={answer.html} title={words.preview} />
            </div>
          )}
        </div>
      )}
    </SpaceBetween>
  )
}

/** For whom else: a member by their card, once it is written. */
function RealMember({ onMember }: Pick<ShownProps, 'onMember'>) {
  const { mails: words } = useEditingWords()
  const [card, setCard] = useState('')
  return (
    <Input
      ariaLabel={words.realMember}
      placeholder={words.realMember}
      value={card}
      onChange={({ detail }) => {
        setCard(detail.value)
        if (detail.value === '') onMember('')
      }}
      onBlur={() => onMember(card.trim())}
      onKeyDown={({ detail }) => detail.key === 'Enter' && onMember(card.trim())}
    />
  )
}

/** The same mail in the other languages. */
function Languages({ draft, path, files }: Pick<MailEditorProps, 'draft' | 'path' | 'files'>) {
  const { mails: words } = useEditingWords()
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const others = Object.keys(files).filter(
    (each) => each.startsWith(folder) && each.endsWith('.mjml') && each !== path && files[each] !== null,
  )
  if (others.length === 0) return null
  return (
    <Box>
      {words.alsoIn}{' '}
      {others.map((each) => (
        <LinkTo key={each} href={`/drafts/${draft}/file?path=${encodeURIComponent(each)}`}>
          {each.slice(folder.length, -'.mjml'.length)}
        </LinkTo>
      ))}
    </Box>
  )
}
