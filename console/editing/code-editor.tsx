import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Suggestion } from './suggest.ts'

interface CodeEditorProps {
  text: string
  label: string
  /** How to be helped, and how to leave it. */
  help: string
  language: Extension
  suggest(text: string, at: number): Suggestion[]
  /** What a place means, for who points at it. */
  hover?(text: string, at: number): string | undefined
  problems: readonly Problem[]
  readOnly: boolean
  onChange(text: string): void
  /** Where somebody is in it, an offset. */
  onCursor?(at: number): void
  onUndo(): void
  onRedo(): void
}

/**
 * A file as text. It stands in a shadow root: there its styles are sheets that the page's policy allows, while a `<style>`
 * element would be blocked.
 */
export function CodeEditor(props: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const latest = useRef(props)
  latest.current = props
  const { text, label, help, problems, readOnly } = props

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what it shows is brought to it below
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' })
    const made = new EditorView({
      root,
      parent: root as unknown as Element,
      state: stateOf(text, latest),
    })
    // What is longer than its window is scrolled by keyboard too.
    made.scrollDOM.tabIndex = 0
    view.current = made
    return () => made.destroy()
  }, [label])

  useEffect(() => {
    const { current } = view
    const shown = current?.state.doc.toString()
    if (current && shown !== text) current.dispatch({ changes: changeBetween(shown!, text) })
  }, [text])

  useEffect(() => {
    view.current?.dispatch({ effects: editable.reconfigure(EditorState.readOnly.of(readOnly)) })
  }, [readOnly])

  useEffect(() => {
    const { current } = view
    if (current) current.dispatch(setDiagnostics(current.state, diagnosticsOf(problems, current.state)))
  }, [problems])

  return (
    <>
      <div ref={host} className="wb-yaml" />
      <small>{help}</small>
    </>
  )
}

const editable = new Compartment()

type Latest = { current: CodeEditorProps }

function stateOf(doc: string, latest: Latest): EditorState {
  const { label, language } = latest.current
  const act = (what: () => void) => () => {
    what()
    return true
  }
  return EditorState.create({
    doc,
    extensions: [
      lineNumbers(),
      drawSelection(),
      highlightActiveLine(),
      bracketMatching(),
      indentOnInput(),
      language,
      lintGutter(),
      syntaxHighlighting(COLOURS),
      THEME,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      autocompletion({ override: [(context) => completions(context, latest)] }),
      hoverTooltip((view, at) => {
        const said = latest.current.hover?.(view.state.doc.toString(), at)
        if (!said) return null
        return {
          pos: at,
          create() {
            const dom = document.createElement('div')
            dom.textContent = said
            return { dom }
          },
        }
      }),
      keymap.of([
        { key: 'Mod-z', run: act(() => latest.current.onUndo()), preventDefault: true },
        { key: 'Mod-y', run: act(() => latest.current.onRedo()), preventDefault: true },
        { key: 'Mod-Shift-z', run: act(() => latest.current.onRedo()), preventDefault: true },
        ...completionKeymap,
        indentWithTab,
        ...defaultKeymap,
      ]),
      editable.of(EditorState.readOnly.of(latest.current.readOnly)),
      EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
        if (docChanged || selectionSet) latest.current.onCursor?.(state.selection.main.head)
        const text = state.doc.toString()
        if (docChanged && text !== latest.current.text) latest.current.onChange(text)
      }),
    ],
  })
}

function completions(context: CompletionContext, latest: Latest) {
  const word = context.matchBefore(/[\w.-]*/)
  if (!context.explicit && (!word || word.from === word.to)) return null
  const options = latest.current.suggest(context.state.doc.toString(), context.pos)
  return options.length === 0 ? null : { from: word?.from ?? context.pos, options, validFor: /^[\w.-]*$/ }
}

/** The part that differs alone, so that the cursor stays where it is. */
function changeBetween(before: string, next: string) {
  let from = 0
  while (from < before.length && from < next.length && before[from] === next[from]) from++
  let [to, end] = [before.length, next.length]
  while (to > from && end > from && before[to - 1] === next[end - 1]) {
    to--
    end--
  }
  return { from, to, insert: next.slice(from, end) }
}

function diagnosticsOf(problems: readonly Problem[], { doc }: EditorState): Diagnostic[] {
  return problems.map(({ line, column, message, hint }) => {
    const at = doc.line(Math.min(Math.max(1, line), doc.lines))
    const from = Math.min(at.to, at.from + Math.max(0, column - 1))
    return { from, to: at.to, severity: 'error', message: hint ? `${message}\n${hint}` : message }
  })
}

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--wb-accent)' },
  { tag: tags.comment, color: 'var(--wb-line)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--wb-text)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--wb-branch)' },
])

const THEME = EditorView.theme({
  '&': {
    color: 'var(--wb-text)',
    backgroundColor: 'var(--wb-surface)',
    border: '1px solid var(--wb-edge-strong)',
    borderRadius: '8px',
  },
  '&.cm-focused': { outline: '2px solid var(--wb-accent)' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: '14px',
    minHeight: '20rem',
    maxHeight: '70vh',
  },
  '.cm-content': { caretColor: 'var(--wb-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--wb-text)' },
  '.cm-gutters': { backgroundColor: 'var(--wb-surface-quiet)', color: 'var(--wb-text-quiet)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--wb-accent) 25%, transparent) !important',
  },
  '.cm-tooltip': {
    color: 'var(--wb-text)',
    backgroundColor: 'var(--wb-surface)',
    border: '1px solid var(--wb-edge-strong)',
    padding: '2px 6px',
    maxWidth: '40rem',
    whiteSpace: 'pre-wrap',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--wb-accent)', color: 'var(--wb-page)' },
})
