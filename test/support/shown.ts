/** What a page shows of commands: each with what it prints. `…` stands for anything, alone on a line for any number of lines. */
export interface Shown {
  command: string[]
  lines: string[]
}

export function shownIn(page: string): Shown[] {
  const blocks = page.matchAll(/```sh\nnpx wingback (.+)\n```\n\n```text\n([\s\S]*?)```/g)
  return [...blocks].map(([, command, text]) => ({ command: command!.split(' '), lines: text!.trimEnd().split('\n') }))
}

/** The first line that is shown and was not printed in its place; undefined: all were. */
export function missingIn(printed: string, lines: readonly string[]): string | undefined {
  const all = printed.split('\n')
  let at = 0
  for (const line of lines.filter((each) => each !== '…')) {
    const found = all.findIndex((each, i) => i >= at && fits(each, line))
    if (found < 0) return line
    at = found + 1
  }
  return undefined
}

function fits(printed: string, shown: string): boolean {
  const pieces = shown.split('…')
  let at = 0
  for (const piece of pieces) {
    const found = printed.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return printed.startsWith(pieces[0]!) && printed.endsWith(pieces.at(-1)!)
}
