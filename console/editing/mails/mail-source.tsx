import SpaceBetween from '@cloudscape-design/components/space-between'
import { xml } from '@codemirror/lang-xml'
import { useRef } from 'react'
import { isMapping } from '../../../shared/domain/cursor.ts'
import { plainOf } from '../../../shared/domain/document/edit.ts'
import { valueAt } from '../../../shared/domain/document/plain.ts'
import { insertPicture } from '../../../shared/domain/pictures/insert.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { CodeEditor } from '../code-editor.tsx'
import type { FileEditing } from '../use-file.ts'
import { useEditingWords } from '../words.ts'
import { mailSuggestionsAt } from './mail-words.ts'
import { Pictures } from './pictures.tsx'

interface SourceProps {
  file: FileEditing
  files: Readonly<Record<string, string | null>>
  problems: readonly Problem[]
  readOnly: boolean
}

const LANGUAGE = xml()

/** The source of a mail; what it may say is suggested between the braces. */
export function MailSource({ file, files, problems, readOnly }: SourceProps) {
  const { mails: words } = useEditingWords()
  const at = useRef(0)
  const settings = valueAt(plainOf(files['wingback.yaml'] ?? ''), ['airline'])
  const airline = isMapping(settings) ? (settings as Record<string, string>) : {}
  return (
    <SpaceBetween size="s">
      {!readOnly && (
        <Pictures
          onInsert={(picture) => {
            const next = insertPicture(file.text, at.current, picture)
            if (next !== undefined) file.change(next, 'picture')
            return next !== undefined
          }}
        />
      )}
      <CodeEditor
        onCursor={(place) => {
          at.current = place
        }}
        text={file.text}
        label={words.source}
        help={words.sourceHelp}
        language={LANGUAGE}
        suggest={(text, at) => mailSuggestionsAt(text, at, airline)}
        problems={problems}
        readOnly={readOnly}
        onChange={(next) => file.change(next, 'typing')}
        onUndo={file.undo}
        onRedo={file.redo}
      />
    </SpaceBetween>
  )
}
