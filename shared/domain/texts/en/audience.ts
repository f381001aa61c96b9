import { plural } from './amounts.ts'

/** What became of a list of an audience's members. */
export const audience = {
  listed: ({
    file,
    members,
    leftOut,
    unheardOf,
  }: {
    file: string
    members: number
    leftOut: { heldOut: number; noConsent: number }
    /** The consent asked for, where nobody has it either way. */
    unheardOf?: string | undefined
  }): string[] => [
    `${plural(members, 'member')} written to ${file}`,
    ...(leftOut.heldOut > 0 ? [`${leftOut.heldOut} left out: in a holdout`] : []),
    ...(leftOut.noConsent > 0 ? [`${leftOut.noConsent} left out: they have not agreed`] : []),
    ...(unheardOf === undefined ? [] : [`nobody has been asked for "${unheardOf}": is it called so?`]),
  ],
}
