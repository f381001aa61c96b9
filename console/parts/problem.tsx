import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import type { ConsoleTexts } from '../../shared/domain/texts/console.ts'
import { Refused, Unreachable } from '../api/client.ts'
import { useWords } from '../shell/words.tsx'

/** What went wrong and what to do: in the reader's language where its code is known, else as the API said it. */
export function problemText(error: Error, { shell }: ConsoleTexts): string {
  if (error instanceof Unreachable) return shell.errors.unreachable!
  const known = error instanceof Refused ? shell.errors[error.code] : undefined
  if (known !== undefined) return known
  return error instanceof Refused && error.hint ? `${error.message} (${error.hint})` : error.message
}

export function Problem({ error, again }: { error: Error; again?: () => void }) {
  const words = useWords()
  return (
    <Alert
      type="error"
      header={words.shell.errors.title}
      {...(again && { action: <Button onClick={again}>{words.shell.tryAgain}</Button> })}
    >
      {problemText(error, words)}
    </Alert>
  )
}
