import { imageSize } from 'image-size'
import { shortHash } from '../../standards/hash.ts'
import { kindOfPicture, PICTURE_BYTES_AT_MOST, PICTURE_PIXELS_AT_MOST, type Picture } from './picture.ts'

/** Why something is not taken as a picture. */
export type PictureFault = 'empty' | 'too-large' | 'no-picture' | 'too-wide'

export type ReadPicture =
  | { ok: true; picture: Pick<Picture, 'name' | 'width' | 'height' | 'bytes'> }
  | { ok: false; fault: PictureFault }

const HASH_CHARS = 22
/** Of a file with a direction in it: these turn it by a quarter. */
const ON_ITS_SIDE = 5

/** Reads a picture's kind and size of its bytes: what its name says is not asked. */
export function readPicture(bytes: Uint8Array): ReadPicture {
  if (bytes.length === 0) return { ok: false, fault: 'empty' }
  if (bytes.length > PICTURE_BYTES_AT_MOST) return { ok: false, fault: 'too-large' }
  const kind = kindOfPicture(bytes)
  const size = kind && sizeOf(bytes)
  if (!size || size.width < 1 || size.height < 1) return { ok: false, fault: 'no-picture' }
  if (Math.max(size.width, size.height) > PICTURE_PIXELS_AT_MOST) return { ok: false, fault: 'too-wide' }
  return {
    ok: true,
    picture: {
      name: `${shortHash(Buffer.from(bytes).toString('base64'), HASH_CHARS)}.${kind}`,
      ...size,
      bytes: bytes.length,
    },
  }
}

/** As it is shown. Undefined: it only begins like a picture. */
function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    return orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}
