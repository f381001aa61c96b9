import { useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { usePerson } from '../shell/person.tsx'
import type { Files } from './check.worker.ts'

export interface LiveFiles {
  version: string
  files: Files
}

/** The files of the live rulebook. They are many and seldom others: asked for again where a draft says so. */
export function useLiveFiles() {
  const { id } = usePerson()
  return useQuery<LiveFiles>({
    queryKey: [id, 'live-files'],
    queryFn: ({ signal }) => fetchFiles(signal),
    staleTime: 60_000,
  })
}

async function fetchFiles(signal: AbortSignal): Promise<LiveFiles> {
  const { version, files } = await call('GET /v1/rulebooks/files', {}, signal)
  const packed = Uint8Array.from(atob(files), (letter) => letter.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return { version, files: (await new Response(stream).json()) as Files }
}
