import type { Campaign, Rulebook, Trigger } from './rulebook.ts'

/** A campaign with this kind of trigger. */
export type StartedBy<K extends Trigger['kind']> = Campaign & { trigger: Trigger & { kind: K } }

/** Campaigns by trigger, each list in the order they are asked. */
interface Starts {
  event: ReadonlyMap<string, StartedBy<'event'>[]>
  audience: ReadonlyMap<string, StartedBy<'audience'>[]>
  date: readonly StartedBy<'date'>[]
}

const sorted = new WeakMap<readonly Campaign[], Starts>()

/** Sorted once per rulebook, so that an event that concerns no campaign asks none. */
export function startsOf({ campaigns }: Pick<Rulebook, 'campaigns'>): Starts {
  let starts = sorted.get(campaigns)
  if (!starts) {
    const by = <K extends Trigger['kind']>(kind: K) =>
      campaigns.filter((campaign): campaign is StartedBy<K> => campaign.trigger.kind === kind)
    starts = {
      event: Map.groupBy(by('event'), ({ trigger }) => trigger.type),
      audience: Map.groupBy(by('audience'), ({ trigger }) => trigger.audience),
      date: by('date'),
    }
    sorted.set(campaigns, starts)
  }
  return starts
}
