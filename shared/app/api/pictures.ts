import * as z from 'zod'
import { PICTURE_BYTES_AT_MOST, PICTURE_PIXELS_AT_MOST, type Picture } from '../../domain/pictures/picture.ts'
import { ok, refuse, route } from './http.ts'
import { page, turn } from './page.ts'

/** What base64 makes of the largest picture. */
const TEXT_AT_MOST = Math.ceil((PICTURE_BYTES_AT_MOST * 4) / 3) + 4

/** Pictures that were uploaded, the newest first, with the address at which anybody sees them. */
export const listPictures = route(z.object(page(50)), async ({ cursor, limit }, { ports, picturesUrl }) => {
  if (picturesUrl === undefined) return NO_PLACE
  const turned = await turn('pictures', cursor, (from) => ports.pictures.list({ cursor: from, limit }))
  if (!turned.ok) return turned.refused
  return ok({ pictures: turned.found.pictures.map((each) => shown(each, picturesUrl)), cursor: turned.cursor })
})

/** Takes a picture for emails. Its name is made of its content: the same picture again is the one that is there. */
export const uploadPicture = {
  ...route(
    z.object({
      file: z.string().trim().min(1).max(200),
      /** Its bytes, in base64. */
      bytes: z.base64().max(TEXT_AT_MOST),
    }),
    async ({ file, bytes: text }, { ports, now, picturesUrl }, { by }) => {
      if (picturesUrl === undefined) return NO_PLACE
      const { readPicture } = await import('../../domain/pictures/read.ts')
      const bytes = Buffer.from(text, 'base64')
      const read = readPicture(bytes)
      if (!read.ok) {
        const { fault } = read
        return refuse(
          400,
          `picture-${fault}`,
          ({ api }) => api.pictureFaults[fault],
          ({ api }) => api.pictureHint(PICTURE_BYTES_AT_MOST / 1024, PICTURE_PIXELS_AT_MOST),
        )
      }
      const picture: Picture = { ...read.picture, file, uploadedAt: now(), uploadedBy: by }
      const was = await ports.pictures.put(picture, bytes)
      return ok({ picture: shown(picture, picturesUrl), isNew: was === 'kept' })
    },
  ),
  bodyAtMost: TEXT_AT_MOST + 1024,
}

const NO_PLACE = refuse(
  409,
  'no-pictures',
  ({ api }) => api.noPictures,
  ({ api }) => api.noPicturesHint,
)

function shown(picture: Picture, base: string) {
  return { ...picture, url: base + picture.name }
}
