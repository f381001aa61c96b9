import type { Picture } from '../domain/pictures/picture.ts'

/** Pictures of emails: anybody can see them by their name, and none is ever another. */
export interface Pictures {
  /** `known`: it was there before, and stays as it was written down then. */
  put(picture: Picture, bytes: Uint8Array): Promise<'kept' | 'known'>
  /** The newest first. */
  list(page: {
    cursor?: string | undefined
    limit: number
  }): Promise<{ pictures: Picture[]; cursor?: string | undefined }>
}
