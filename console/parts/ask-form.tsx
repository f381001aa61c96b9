import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Grid from '@cloudscape-design/components/grid'
import type { ReactNode } from 'react'

interface AskFormProps {
  /** Two fields. */
  children: [ReactNode, ReactNode]
  /** How many of nine columns the first one has. */
  first: number
  submit: string
  onAsk(): void
}

/** What somebody looks for, in one line where there is room: two fields and a button, also by Enter. */
export function AskForm({ children, first, submit, onAsk }: AskFormProps) {
  const wide = (columns: number) => ({ colspan: { default: 12, s: columns } })
  return (
    <Container>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onAsk()
        }}
      >
        <Grid gridDefinition={[wide(first), wide(9 - first), wide(3)]}>
          {children}
          <Box padding={{ top: 'xl' }}>
            <Button variant="primary" formAction="submit">
              {submit}
            </Button>
          </Box>
        </Grid>
      </form>
    </Container>
  )
}
