/** A channel of the airline's own, as `wingback.yaml` declares it: its gateway takes messages from the bus. */
export interface DeclaredChannel {
  id: string
  /** As people call it. */
  name: string
  /** By which consent members are asked of: `consent.changed` and profiles name it so. */
  consent: string
  /** How many characters a message has at most. */
  textAtMost: number
  /** Instead of those of the settings. Minutes after midnight. */
  quietHours?: { from: number; to: number }
}

export type DeclaredChannels = Readonly<Record<string, DeclaredChannel>>
