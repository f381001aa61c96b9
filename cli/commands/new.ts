import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Piece } from '../../shared/domain/gallery/piece.ts'
import { placePiece } from '../../shared/domain/gallery/place.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { readGallery, usualLook } from '../gallery/read.ts'
import { readRulebookFolder } from '../rulebook/read.ts'
import { act, examples, type Session } from '../session.ts'

export function addNew(program: Command): void {
  const help = helpIn(program.language).newCampaign
  const command = program
    .command('new')
    .summary(help.summary)
    .description(help.description)
    .argument('[dir]', help.arguments.dir)
    .option('--from <piece>', help.options.from)
    .option('--as <name>', help.options.as)
    .addHelpText(
      'after',
      examples('new', 'new my-rules --from went-quiet', 'new my-rules --from went-quiet --as quiet-2027'),
    )
  act(command, async (session, { from, as }, dir?: string) => {
    const gallery = await readGallery()
    if (from === undefined) return list(gallery, session)
    const piece = gallery.find(({ id }) => id === from)
    if (!piece) throw noSuchPiece(String(from), gallery)
    if (dir === undefined) throw new Refused(({ usage }) => usage.gallery.whereTo, { code: 'no-rulebook' })
    if (typeof as === 'string' && !/^[a-z0-9-]{1,48}$/.test(as))
      throw new Refused(({ usage }) => usage.gallery.badName(as), { code: 'bad-name' })
    return place(piece, { dir, name: as as string | undefined }, session)
  })
}

function noSuchPiece(asked: string, gallery: readonly Piece[]): Refused {
  const ids = gallery.map(({ id }) => id)
  const near = nearest(asked, ids)
  return new Refused(({ usage }) => usage.gallery.noSuchPiece(asked), {
    code: 'no-such-piece',
    hint: ({ hints, usage }) => (near ? hints.meant(near) : usage.gallery.pieces(ids.join(', '))),
  })
}

async function list(gallery: readonly Piece[], { show, language }: Session): Promise<void> {
  const pieces = gallery.map(({ id, title, does, why }) => ({
    id,
    title: title[language],
    does: does[language],
    why: why[language],
  }))
  await show({ gallery: pieces }, () => [
    ...pieces.flatMap(({ id, title, does, why }) => [`${id}  ${title}`, `  ${does}`, `  ${why}`, '']),
    textsIn(language).outputs.gallery.next,
  ])
}

async function place(piece: Piece, to: { dir: string; name: string | undefined }, session: Session): Promise<void> {
  const { dir, name } = to
  const { show, language } = session
  const { files } = await readRulebookFolder(dir)
  const placed = placePiece(piece, { files, look: await usualLook(), language, name })
  if (!placed) throw new Refused(({ usage }) => usage.gallery.budgetsUnreadable(dir), { code: 'unreadable-file' })
  for (const [path, text] of Object.entries(placed.changed)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), text)
  }
  const written = Object.keys(placed.changed).map((path) => join(dir, path))
  await show({ campaign: placed.id, files: written, missing: placed.missing }, () => [
    ...written,
    '',
    ...nextSteps(dir, placed.missing, language),
  ])
}

function nextSteps(dir: string, missing: readonly string[], language: Language): string[] {
  const { gallery } = textsIn(language).outputs
  return [...(missing.length > 0 ? [gallery.missing(missing.join(', '))] : []), gallery.test(dir)]
}
