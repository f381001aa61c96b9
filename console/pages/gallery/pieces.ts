import { type Piece, piecesOf } from '../../../shared/domain/gallery/piece.ts'

type Texts = Record<string, string>

const texts = import.meta.glob('../../../gallery/**/*', { query: '?raw', import: 'default', eager: true }) as Texts
const looks = import.meta.glob('../../../campaigns/look/*', { query: '?raw', import: 'default', eager: true }) as Texts

/** The campaigns to begin from. They come with this page. */
export const PIECES: readonly Piece[] = piecesOf(within('gallery/', texts))

/** What emails include where the airline has no look of its own yet. */
export const LOOK = within('campaigns/', looks)

function within(folder: string, all: Texts): Texts {
  return Object.fromEntries(
    Object.entries(all).map(([path, text]) => [path.slice(path.indexOf(folder) + folder.length), text]),
  )
}
