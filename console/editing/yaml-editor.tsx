import { yaml } from '@codemirror/lang-yaml'
import type { Problem } from '../../shared/domain/problem.ts'
import type { Schema } from '../../shared/domain/rulebook/json-schema.ts'
import { CodeEditor } from './code-editor.tsx'
import { hoverAt, suggestionsAt } from './suggest.ts'
import { useEditingWords } from './words.ts'

interface YamlEditorProps {
  text: string
  schema: Schema | undefined
  names: Readonly<Record<string, readonly string[]>>
  problems: readonly Problem[]
  readOnly: boolean
  onChange(text: string): void
  onUndo(): void
  onRedo(): void
}

const LANGUAGE = yaml()

/** A file of rules as text, with what its schema knows. */
export function YamlEditor({ schema, names, ...props }: YamlEditorProps) {
  const { drafts, fields } = useEditingWords()
  const known = { schema, names, labels: fields.keys }
  return (
    <CodeEditor
      {...props}
      label={drafts.editor}
      help={drafts.editorHelp}
      language={LANGUAGE}
      suggest={(text, at) => suggestionsAt(text, at, known)}
      hover={(text, at) => hoverAt(text, at, known)}
    />
  )
}
