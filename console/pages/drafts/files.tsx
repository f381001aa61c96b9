import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate } from '@tanstack/react-router'
import { nameOfText } from '../../../shared/domain/drafts/files.ts'
import { type DocumentKind, isExample, kindOfDocument } from '../../../shared/domain/rulebook/content.ts'
import type { Answer } from '../../api/client.ts'
import { useAct } from '../../api/use.ts'
import type { LiveFiles } from '../../editing/live-files.ts'
import { nameIn } from '../../editing/names.ts'
import { useEditingWords } from '../../editing/words.ts'
import { useFindIn } from '../../parts/find-in.tsx'
import { useFirstOf } from '../../parts/first-of.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage } from '../../shell/words.tsx'
import { MADE, NewFile } from './new-file.tsx'

/** A draft, and the live files that it changes. */
export interface ShownProps {
  shown: Answer<'GET /v1/drafts/{draft}'>
  live: LiveFiles
}

type Kind = DocumentKind | 'example' | 'template'

const ORDER: readonly Kind[] = [
  'campaign',
  'audience',
  'template',
  'settings',
  'budgets',
  'targets',
  'example',
  'connector',
  'model',
]

/** The others hold for every campaign, as what all emails share: they are changed, and never gone. */
function isRemovable(path: string): boolean {
  return ['campaign', 'audience', 'template', 'example'].includes(kindOf(path)) && !path.startsWith('look/')
}

function kindOf(path: string): Kind {
  return isExample(path) ? 'example' : (kindOfDocument(path) ?? 'template')
}

/** All files of the rulebook as the draft has them, by what they are. */
export function DraftFiles({ shown, live }: ShownProps) {
  const { drafts: words } = useEditingWords()
  const language = useLanguage()
  const { draft, texts } = shown
  const mayEdit = useMay('edit')
  const canEdit = mayEdit && ['open', 'checked', 'approved', 'scheduled'].includes(draft.state)
  const files = { ...live.files, ...texts }
  const paths = Object.keys(files).sort()
  const { asked, found, field } = useFindIn(
    paths,
    words.find,
    (path) => `${path} ${nameIn(texts[path] ?? live.files[path], language) ?? ''}`,
  )
  // What the draft changes comes first.
  const byKind = Map.groupBy(
    [...found].sort((a, b) => Number(b in texts) - Number(a in texts)),
    kindOf,
  )
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="s">
        {field}
        {canEdit && MADE.map((kind) => <NewFile key={kind} kind={kind} files={files} draft={draft.id} />)}
        {canEdit && <FromGallery draft={draft.id} />}
      </SpaceBetween>
      {ORDER.flatMap((kind) => {
        const files = byKind.get(kind)
        return files ? [{ kind, files }] : []
      }).map(({ kind, files }) => (
        <ExpandableSection
          key={kind}
          variant="container"
          headerText={words.kinds[kind]}
          headerCounter={`(${files.length})`}
          defaultExpanded={kind === 'campaign' || asked !== '' || files.some((path) => path in texts)}
        >
          <Files paths={files} shown={shown} live={live} canEdit={canEdit} />
        </ExpandableSection>
      ))}
    </SpaceBetween>
  )
}

function Files({ paths, ...more }: ShownProps & { paths: readonly string[]; canEdit: boolean }) {
  const { first, more: button } = useFirstOf(paths)
  return (
    <SpaceBetween size="s">
      <ul className="wb-lines">
        {first.map((path) => (
          <li key={path}>
            <FileLine path={path} {...more} />
          </li>
        ))}
      </ul>
      {button}
    </SpaceBetween>
  )
}

function FileLine({ path, shown, live, canEdit }: ShownProps & { path: string; canEdit: boolean }) {
  const { drafts: words } = useEditingWords()
  const language = useLanguage()
  const save = useAct('PUT /v1/drafts/{draft}/files')
  const { draft, texts } = shown
  const isChanged = path in texts
  const mark = !isChanged
    ? undefined
    : texts[path] === null
      ? words.isGone
      : path in live.files
        ? words.changed
        : words.isNew
  const name = nameIn(texts[path] ?? live.files[path], language)
  const write = (text: string | null) =>
    save.mutate({
      draft: draft.id,
      path,
      text,
      rests: isChanged ? draft.files[path]!.text : nameOfText(live.files[path]),
    })
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {texts[path] === null ? (
        path
      ) : (
        <LinkTo href={`/drafts/${draft.id}/file?path=${encodeURIComponent(path)}`}>{path}</LinkTo>
      )}
      {name && (
        <Box variant="small" color="text-body-secondary">
          {name}
        </Box>
      )}
      {mark && <Badge color="blue">{mark}</Badge>}
      {canEdit && isChanged && (
        <Button
          variant="inline-link"
          ariaLabel={`${words.restore}: ${path}`}
          onClick={() => write(live.files[path] ?? null)}
        >
          {words.restore}
        </Button>
      )}
      {canEdit && !isChanged && isRemovable(path) && (
        <Button variant="inline-link" ariaLabel={`${words.remove}: ${path}`} onClick={() => write(null)}>
          {words.remove}
        </Button>
      )}
      {save.error && <Problem error={save.error} />}
    </SpaceBetween>
  )
}

function FromGallery({ draft }: { draft: string }) {
  const { gallery } = useEditingWords()
  const navigate = useNavigate()
  return <Button onClick={() => void navigate({ to: '/gallery', search: { draft } })}>{gallery.fromGallery}</Button>
}
