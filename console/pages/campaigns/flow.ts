import { useCallback } from 'react'
import type { JourneyGraph, JourneyStep } from '../../../shared/domain/rulebook/journey-graph.ts'
import type { Answer } from '../../api/client.ts'
import { useWords } from '../../shell/words.tsx'

export type Flow = Answer<'GET /v1/campaigns/{campaign}/journey'>

/** A step in words. */
export function useStepText(): (step: Pick<JourneyStep, 'kind' | 'text'>) => string {
  const { campaigns: words } = useWords()
  return useCallback(({ kind, text }) => (kind === 'end' ? words.journey.end : text), [words])
}

/** The page on which the members behind a counter are shown. */
export function behindHref(campaign: string, counter: string): string {
  return `/campaigns/${campaign}?${new URLSearchParams({ tab: 'journey', who: counter })}`
}

/** A step by its number, as the list counts them: from one. */
export function numberOf(graph: JourneyGraph, id: string): number {
  return graph.steps.findIndex((step) => step.id === id) + 1
}
