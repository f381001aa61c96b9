import { join } from 'node:path'
import type { Files } from '../../shared/domain/drafts/files.ts'
import { type Piece, piecesOf } from '../../shared/domain/gallery/piece.ts'
import { readTexts } from '../files/texts.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The campaigns to begin from. */
export async function readGallery(): Promise<Piece[]> {
  return piecesOf(await readTexts(join(ROOT, 'gallery')))
}

/** What emails include where a rulebook has no look of its own: that of the example. */
export async function usualLook(): Promise<Files> {
  const files = await readTexts(join(ROOT, 'campaigns/look'))
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`look/${path}`, text]))
}
