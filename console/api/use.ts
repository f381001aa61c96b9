import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RouteName } from '../../shared/app/api/rights.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { usePerson } from '../shell/person.tsx'
import { useLanguage } from '../shell/words.tsx'
import { type Answer, call, type Input } from './client.ts'

type Reading = Extract<RouteName, `GET ${string}`>

/**
 * What a page shows. One key a route and input: the same figure on every page comes from one query. It is asked for again every
 * `everyMs`; with `untilThereMs` only as long as it is refused.
 */
export function useAnswer<N extends Reading>(
  name: N,
  input: Input<N>,
  options: { enabled?: boolean; everyMs?: number; untilThereMs?: number } = {},
) {
  const { id } = usePerson()
  const language = useLanguage()
  const { untilThereMs } = options
  return useQuery<Answer<N>>({
    queryKey: keyOf(id, language, name, input),
    queryFn: ({ signal }) => call(name, input, signal),
    enabled: options.enabled ?? true,
    // A page that keeps looking looks at once when it is opened.
    ...(options.everyMs !== undefined && { refetchInterval: options.everyMs, staleTime: 0 }),
    ...(untilThereMs !== undefined && {
      refetchInterval: ({ state }) => (state.data === undefined ? untilThereMs : false),
    }),
  })
}

/** Long work: what it is called on every page meanwhile, and in words what came of it. */
interface WorkOf<T> {
  work: string
  done?: (answer: T) => string
}

/** What was done goes through a queue: pages ask again at once, and when it has come through. */
const ASK_AGAIN_MS = [0, 1_500, 5_000]

/**
 * Something that a person does; afterwards every page asks again. That is not waited for: what was acted on may be gone from its
 * list by then, and with it whoever has to say that it was done.
 */
export function useAct<N extends Exclude<RouteName, Reading>>(name: N, work?: WorkOf<Answer<N>>) {
  const client = useQueryClient()
  return useMutation<Answer<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, input),
    ...(work && { meta: { ...work } }),
    onSuccess: () => {
      for (const ms of ASK_AGAIN_MS) setTimeout(() => void client.invalidateQueries(), ms)
    },
  })
}

/** Asks for an answer anew, so that the page that somebody is sent to next shows it at once and nothing older. */
export function useAskAnew() {
  const client = useQueryClient()
  const { id } = usePerson()
  const language = useLanguage()
  return <N extends Reading>(name: N, input: Input<N>): Promise<void> =>
    client.prefetchQuery({
      queryKey: keyOf(id, language, name, input),
      queryFn: ({ signal }) => call(name, input, signal),
      staleTime: 0,
    })
}

/** Answers have words and names in the reader's language. */
function keyOf(person: string, language: Language, name: string, input: unknown): QueryKey {
  return [person, language, name, input]
}
