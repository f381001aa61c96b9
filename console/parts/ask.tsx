import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
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
      <SpaceBetween size="m">
        {children}
        {error && <Problem error={error} />}
      </SpaceBetween>
    </Modal>
  )
}
