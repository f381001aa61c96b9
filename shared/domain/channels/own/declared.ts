/** A channel of the airline's own, as declared in `wingback.yaml`: its gateway takes messages from the bus. */
export interface DeclaredChannel {
  id: string
  /** Its displayed name. */
  name: string
  /** The consent it needs, as named in `consent.changed` and profiles. */
  consent: string
  /** The most characters of a message. */
  textAtMost: number
  /** Replace those of the settings. Minutes after midnight. */
  quietHours?: { from: number; to: number }
}

export type DeclaredChannels = Readonly<Record<string, DeclaredChannel>>
