import { nextRoundAt, roundsOf } from '../../domain/campaign/scheduled-rounds.ts'
import type { Round } from '../../ports/index.ts'
import type { ApiContext } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'

/** How a campaign that goes through an audience by the clock, or at its launch, stands. */
export interface RoundsNow {
  campaign: string
  audience: string
  /** When the next is due; null: none is. */
  next: string | null
  /** The latest: when it was due, and how many members were handed it. */
  latest: { due: string; handed: number; state: 'under way' | 'done' | 'missed' } | null
}

export async function roundsNow(context: Pick<ApiContext, 'ports' | 'rulebooks' | 'now'>): Promise<RoundsNow[]> {
  const rulebook = await liveRulebook(context)
  const all = rulebook ? roundsOf(rulebook) : []
  const known = all.length > 0 ? await context.ports.rounds.list() : []
  return all.map((rounds) => {
    const { campaign, audience } = rounds
    const next = nextRoundAt(rounds, context.now())
    const own = known.filter((round) => round.campaign === campaign.id)
    const latest = own.reduce<Round | undefined>(
      (last, round) => (last && last.at > round.at ? last : round),
      undefined,
    )
    return {
      campaign: campaign.id,
      audience: audience.id,
      next: Number.isFinite(next) ? new Date(next).toISOString() : null,
      latest: latest ? { due: new Date(latest.at).toISOString(), handed: latest.handed, state: stateOf(latest) } : null,
    }
  })
}

function stateOf({ missed, endedAt }: Round): 'under way' | 'done' | 'missed' {
  if (missed) return 'missed'
  return endedAt === undefined ? 'under way' : 'done'
}
