/** What nobody should read in a mail: marks of templates, blanks where there is none, sentences that break off. */
export function proseFaults(written: string): string[] {
  const text = written.replace(/https?:\/\/[^\s)）]+/g, 'URL')
  return Object.entries(FAULTS).flatMap(([name, sign]) => {
    const found = sign.exec(text)
    return found ? [`${name}: …${text.slice(Math.max(0, found.index - 30), found.index + 30)}…`] : []
  })
}

const FAULTS: Readonly<Record<string, RegExp>> = {
  'a trace of the template': /\{[{%]|[%}]\}|\[object|\bundefined\b|\bnull\b|\bNaN\b/,
  'two blanks': /[^\S\n]{2}/,
  'a blank before punctuation': /\s[,.;:!?)，。；：！？）、]/,
  'a blank after an opening bracket': /[(（]\s/,
  'no blank after punctuation': /[a-z][,;!?][A-Za-z]|[a-z]\.[A-Z]/,
  'punctuation twice': /[,.;:!?，。；：！？、](?:[,;:!?，。；：！？、]|\.(?!\.))/,
  'an empty link': /\(\s*\)|（\s*）/,
  'a blank within Chinese': /[\p{Script=Han}，。；：！？）] (?=[\p{Script=Han}（])/u,
  'English punctuation in Chinese': /\p{Script=Han}[,;:!?]/u,
  'an empty greeting': /^(?:Dear ?,|尊敬的：|，)/m,
}
