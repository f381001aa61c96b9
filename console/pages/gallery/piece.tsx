import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { isMapping } from '../../../shared/domain/cursor.ts'
import { plainOf } from '../../../shared/domain/document/edit.ts'
import type { Piece } from '../../../shared/domain/gallery/piece.ts'
import { placePiece } from '../../../shared/domain/gallery/place.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import type { Language } from '../../../shared/domain/texts/language.ts'
import { graphOf } from '../../editing/graph.ts'
import { useEditingWords } from '../../editing/words.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { NoSuchPage } from '../../shell/no-such-page.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage } from '../../shell/words.tsx'
import { Picture } from '../campaigns/journey.tsx'
import { BeginWith } from './begin-with.tsx'
import { LOOK, PIECES } from './pieces.ts'

/** One campaign to begin from: what it does, why it works, its way, what it sends and what is expected of it. */
export function PiecePage() {
  const { piece: id } = useParams({ from: '/gallery/$piece' })
  const piece = PIECES.find((each) => each.id === id)
  return piece ? <Shown piece={piece} /> : <NoSuchPage />
}

function Shown({ piece }: { piece: Piece }) {
  const { gallery: words } = useEditingWords()
  const language = useLanguage()
  const mayEdit = useMay('edit')
  const [begins, setBegins] = useState(false)
  const { graph, subjects, examples } = useMemo(() => contentOf(piece, language), [piece, language])
  return (
    <Page
      title={piece.title[language]}
      description={<LinkTo href="/gallery">{words.toGallery}</LinkTo>}
      actions={
        mayEdit && (
          <Button variant="primary" onClick={() => setBegins(true)}>
            {words.begin}
          </Button>
        )
      }
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{words.does}</Header>}>{piece.does[language]}</Container>
        <Container header={<Header variant="h2">{words.why}</Header>}>{piece.why[language]}</Container>
        <Container header={<Header variant="h2">{words.way}</Header>}>
          <Picture graph={graph} />
        </Container>
        <Listed title={words.emails} items={subjects} />
        <Listed title={words.examples} items={examples} />
        {begins && <BeginWith piece={piece} onClose={() => setBegins(false)} />}
      </SpaceBetween>
    </Page>
  )
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <ul className="wb-lines">
        {items.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Container>
  )
}

/** As it would read in a rulebook of one's own. */
function contentOf(piece: Piece, language: Language) {
  const { changed } = placePiece(piece, { files: {}, look: LOOK, language })!
  const examples = plainOf(changed[`campaigns/${piece.id}.examples.yaml`] ?? '')
  const listed = isMapping(examples) && Array.isArray(examples.examples) ? examples.examples : []
  return {
    graph: graphOf(plainOf(changed[`campaigns/${piece.id}.yaml`] ?? ''), textsIn(language).diff),
    subjects: Object.keys(changed)
      .filter((path) => path.endsWith(`/${language}.mjml`))
      .map((path) => subjectOf(changed[path]!)),
    examples: listed.flatMap((each) => (isMapping(each) ? [String(each.example)] : [])),
  }
}

/** Without what Liquid decides of it: the case in which nothing is known is the last. */
function subjectOf(text: string): string {
  const [, quoted = '""'] = /^subject: (".*")$/m.exec(text) ?? []
  const subject = JSON.parse(quoted) as string
  return subject
    .replace(/\{% if .*\{% else %\}(.*)\{% endif %\}/, '$1')
    .replaceAll(/\{%.*?%\}/g, '')
    .replaceAll(/\{\{.*?\}\}/g, '…')
}
