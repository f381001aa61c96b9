import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import { useWords } from './words.tsx'

export function NoSuchPage() {
  const { shell } = useWords()
  return (
    <Box padding="xxl" textAlign="center">
      <Box variant="h1">{shell.noSuchPage}</Box>
      <Link href="/">{shell.home}</Link>
    </Box>
  )
}
