import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { nameOfText } from '../../../shared/domain/drafts/files.ts'
import { isExample } from '../../../shared/domain/rulebook/content.ts'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { ChooseText } from '../../editing/choose-text.tsx'
import { DocumentContext, documentOf, schemaOf } from '../../editing/document.ts'
import { Group } from '../../editing/form.tsx'
import { type LiveFiles, useLiveFiles } from '../../editing/live-files.ts'
import { namesIn } from '../../editing/names.ts'
import { Problems } from '../../editing/problems.tsx'
import { useCheck } from '../../editing/use-check.ts'
import { useFile } from '../../editing/use-file.ts'
import { useEditingWords } from '../../editing/words.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { Toolbar } from './toolbar.tsx'
import { useView } from './views.ts'

/** The pictures and the text editor weigh more than the rest of the page. */
const Steps = lazy(async () => ({ default: (await import('../../editing/steps.tsx')).Steps }))
const MailEditor = lazy(async () => ({ default: (await import('../../editing/mails/mail-editor.tsx')).MailEditor }))
const ExampleTable = lazy(async () => ({
  default: (await import('../../editing/examples/example-table.tsx')).ExampleTable,
}))
const YamlEditor = lazy(async () => ({ default: (await import('../../editing/yaml-editor.tsx')).YamlEditor }))

/** What it would have done, with the pipeline that finds it out. */
const Rehearsal = lazy(() => import('../../editing/rehearsal/panel.tsx'))

const LOOK_AGAIN_MS = 4000

/** One file of a draft: as a form, as a picture, as text, all of the same text. */
export function DraftFilePage() {
  const { draft } = useParams({ from: '/drafts/$draft/file' })
  const { path } = useSearch({ from: '/drafts/$draft/file' })
  const live = useLiveFiles()
  const answer = useAnswer('GET /v1/drafts/{draft}', { draft }, { everyMs: LOOK_AGAIN_MS })
  const { drafts: words } = useEditingWords()
  return (
    <Page title={path} description={<LinkTo href={`/drafts/${draft}`}>{words.toDraft}</LinkTo>}>
      <Awaited answer={live}>
        {(files) => (
          <Awaited answer={answer}>{(shown) => <Edited key={path} path={path} shown={shown} live={files} />}</Awaited>
        )}
      </Awaited>
    </Page>
  )
}

interface EditedProps {
  path: string
  shown: Answer<'GET /v1/drafts/{draft}'>
  live: LiveFiles
}

function Edited({ path, shown, live }: EditedProps) {
  const { drafts: words } = useEditingWords()
  const { draft, texts } = shown
  const mayEdit = useMay('edit')
  const isOpen = ['open', 'checked', 'approved', 'scheduled'].includes(draft.state)
  const canEdit = mayEdit && isOpen
  const own = draft.files[path]
  const text = own ? (texts[path] ?? '') : (live.files[path] ?? '')
  const name = own ? own.text : nameOfText(live.files[path])
  const file = useFile({ draft: draft.id, path, stored: { text, name, version: draft.version }, canEdit })
  const changed = { ...texts, [path]: file.text }
  const { found, isStale } = useCheck(live.files, changed)
  const problems = found?.problems.filter((each) => each.file === path) ?? []
  const schema = schemaOf(path) ?? (isExample(path) ? {} : undefined)
  const files = { ...live.files, ...changed }
  // As they are saved: to look through a thousand files with every letter would be felt.
  const names = useMemo(() => namesIn({ ...live.files, ...texts }), [live.files, texts])
  const document = schema && documentOf({ file, schema, names, files, problems, readOnly: !canEdit })
  const [view, setView] = useView(path, document !== undefined || !schema)
  return (
    <SpaceBetween size="m">
      <Toolbar file={file} view={view} onView={setView} path={path} canEdit={canEdit} isOpen={isOpen} />
      {file.wasKept && (
        <Alert type="info" dismissible={false}>
          {words.save.kept}
        </Alert>
      )}
      {file.theirs && (
        <ChooseText
          title={words.conflict}
          about={words.conflictAbout}
          mine={file.text}
          theirs={file.theirs.text}
          theirsIs={words.theirs(file.theirs.by ?? words.theLive)}
          onChoose={file.choose}
        />
      )}
      <Problems found={found} isStale={isStale} draft={draft.id} />
      {!document && schema && view !== 'yaml' && <Alert type="warning">{words.notReadable}</Alert>}
      <Suspense>
        {view === 'mail' ? (
          <MailEditor draft={draft.id} path={path} file={file} files={files} problems={problems} readOnly={!canEdit} />
        ) : view === 'yaml' || !document ? (
          <YamlEditor
            text={file.text}
            schema={schema}
            names={names}
            problems={problems}
            readOnly={!canEdit}
            onChange={(next) => file.change(next, 'typing')}
            onUndo={file.undo}
            onRedo={file.redo}
          />
        ) : (
          <DocumentContext.Provider value={document}>
            {view === 'table' && <ExampleTable draft={draft.id} path={path} text={file.text} />}
            {view === 'diagram' && <Steps />}
            {view === 'form' && <Group schema={document.schema} path={[]} />}
          </DocumentContext.Provider>
        )}
      </Suspense>
      <Suspense>
        <Rehearsal
          draft={draft.id}
          live={live.files}
          changed={changed}
          path={path}
          isSaved={!canEdit || file.state === 'saved'}
        />
      </Suspense>
    </SpaceBetween>
  )
}
