import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { isExample, kindOfDocument } from '../../../shared/domain/rulebook/content.ts'
import { schemaOf } from '../../editing/document.ts'

/** The ways to edit a file. The last one of each shows its text, whatever is in it. */
export type View = 'form' | 'diagram' | 'table' | 'mail' | 'yaml'

export function viewsOf(path: string): readonly View[] {
  if (/^templates\/.+\.mjml$/.test(path)) return ['mail']
  if (isExample(path)) return path.startsWith('campaigns/') ? ['table', 'yaml'] : ['yaml']
  if (kindOfDocument(path) === 'campaign') return ['form', 'diagram', 'yaml']
  return schemaOf(path) ? ['form', 'yaml'] : ['yaml']
}

/** The one that is open, which the address says. What cannot be read as rules opens as text. */
export function useView(path: string, isReadable: boolean): [View, (view: View) => void] {
  const { draft } = useParams({ from: '/drafts/$draft/file' })
  const search = useSearch({ from: '/drafts/$draft/file' })
  const navigate = useNavigate()
  const views = viewsOf(path)
  const usual = isReadable ? views[0]! : views.at(-1)!
  const view = views.find((each) => each === search.view) ?? usual
  const setView = (next: View) =>
    void navigate({ to: '/drafts/$draft/file', params: { draft }, search: { path, view: next }, replace: true })
  return [view, setView]
}
