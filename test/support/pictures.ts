/** Pictures of a size, as small as they can be told from others. */

const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)))
const big = (value: number, length: number) => Array.from({ length }, (_, i) => (value >> (8 * (length - 1 - i))) & 255)
const little = (value: number, length: number) => big(value, length).reverse()

/** A whole one that browsers show is in {@link SEEN}: here its header says the size. */
export const png = (width: number, height: number) =>
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 2, 0, 0, 0], big(0, 4))

export const gif = (width: number, height: number) =>
  bytes('GIF89a', little(width, 2), little(height, 2), [0, 0, 0, 0x3b])

export const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 16],
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xc0, 0, 17, 8],
    big(height, 2),
    big(width, 2),
    [3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9],
  )

export const webp = (width: number, height: number) =>
  bytes('RIFF', little(22, 4), 'WEBP', 'VP8X', little(10, 4), [0, 0, 0, 0], little(width - 1, 3), little(height - 1, 3))

/** One red pixel. */
export const SEEN = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqEAA3BwT9Gm2jZwAAAABJRU5ErkJggg==',
  'base64',
)
