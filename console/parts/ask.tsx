import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../shell/words.tsx'
import { Problem } from './problem.tsx'

interface AskProps {
  /** What is asked, and what the button says that does it. */
  title: string
  children?: ReactNode
  error: Error | null
  isPending: boolean
  onDo(): void
  onClose(): void
}

/** Asks once more before something is done, and shows what went wrong with it. */
export function AskModal({ title, children, error, isPending, onDo, onClose }: AskProps) {
  const { shell } = useWords()
  const body = useRef<HTMLDivElement>(null)
  // After the dialog has put the focus on what closes it: whoever types at once means the field.
  useEffect(() => {
    const frame = requestAnimationFrame(() => fieldsIn(body.current)[0]?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      closeAriaLabel={shell.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button variant="primary" loading={isPending} onClick={onDo}>
              {title}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key of the field within. */}
      <div ref={body} onKeyDown={(event) => !isPending && isDone(event, body.current) && onDo()}>
        <SpaceBetween size="m">
          {children}
          {error && <Problem error={error} />}
        </SpaceBetween>
      </div>
    </Modal>
  )
}

/** Where somebody types freely: no list to choose from. */
function fieldsIn(body: HTMLElement | null): HTMLInputElement[] {
  return [...(body?.querySelectorAll<HTMLInputElement>('input[type=text]:not([role=combobox]), textarea') ?? [])]
}

/** Enter in the only field says that all is said. In an input method it only chooses a character. */
function isDone({ key, nativeEvent, target }: KeyboardEvent, body: HTMLElement | null): boolean {
  const [field, ...others] = fieldsIn(body)
  return (
    key === 'Enter' &&
    !nativeEvent.isComposing &&
    others.length === 0 &&
    target === field &&
    field instanceof HTMLInputElement
  )
}
