import { Tokenizer, TokenKind } from 'liquidjs'

export interface Piece {
  kind: 'html' | 'tag' | 'output'
  text: string
}

/** A source that can be parsed, cut into its HTML, its tags `{% %}` and its outputs `{{ }}`. */
export function liquidApart(source: string): Piece[] {
  return new Tokenizer(source).readTopLevelTokens().map(({ kind, begin, end }) => ({
    kind: kind === TokenKind.Tag ? 'tag' : kind === TokenKind.Output ? 'output' : 'html',
    text: source.slice(begin, end),
  }))
}
