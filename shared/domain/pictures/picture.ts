/** The kinds of pictures that mail programs show, and how each begins. No SVG: it is a document that can do things. */
const KINDS = {
  png: { mime: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  jpg: { mime: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  gif: { mime: 'image/gif', begins: [0x47, 0x49, 0x46, 0x38] },
  webp: { mime: 'image/webp', begins: [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50] },
} as const satisfies Record<string, { mime: string; begins: readonly number[] }>

export type PictureKind = keyof typeof KINDS

/** A picture as it was uploaded once. */
export interface Picture {
  /** Of its content: `<hash>.<kind>`. The same picture has the same name, and under a name there is never another. */
  name: string
  /** As its file was called. */
  file: string
  /** In CSS pixels. */
  width: number
  height: number
  bytes: number
  uploadedAt: number
  uploadedBy: string
}

/** What a phone on the way has to load. */
export const PICTURE_BYTES_AT_MOST = 1024 * 1024
export const PICTURE_PIXELS_AT_MOST = 4000
/** Where pictures are below an address, and the beginning of their keys in the bucket. */
export const PICTURES = 'pictures'

const NAME = /^[\w-]{22}\.(png|jpg|gif|webp)$/

export function isPictureName(name: string): boolean {
  return NAME.test(name)
}

/** What the bytes are, whatever the file is called; undefined: nothing that a mail may show. */
export function kindOfPicture(bytes: Uint8Array): PictureKind | undefined {
  const kinds = Object.keys(KINDS) as PictureKind[]
  return kinds.find((kind) => KINDS[kind].begins.every((byte, index) => byte === -1 || bytes[index] === byte))
}

/** The type by which a picture of this name is served. */
export function mimeOfPicture(name: string): string {
  return KINDS[name.slice(name.lastIndexOf('.') + 1) as PictureKind].mime
}
