/** Letters of one script alone decide for a language, or for the one that is by far the most usual. */
const BY_SCRIPT: readonly [language: string, script: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
]

/** The little words that hardly any sentence is without. */
const LITTLE_WORDS: Readonly<Record<string, string>> = {
  en: 'the and to of in is it for on my was with this that you your not at have be are we they from our but so just an flight',
  fr: 'le la les des et est une un je vous pas que pour dans mon ma avec sur nous mais été vol au du ce sont très',
  de: 'der die das und ist nicht ich sie es ein eine mit auf wir zu für von den im mein war haben aber flug sehr',
  es: 'el los las y es una que por para mi un en del vuelo su pero muy fue nos lo se como',
  it: 'il gli e è una non che per con mi un di del della volo ma sono ho nel molto ci siamo stato',
  pt: 'o os as e é uma não que por para com meu minha um em do da voo mas muito foi nos ao mais',
  nl: 'de het een en is niet ik van op met voor mijn vlucht dat was we te in maar heb ook naar zijn',
}

const wordsOf = new Map(Object.entries(LITTLE_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]))

/** A character of these scripts says about as much as so many Latin letters. */
const DENSITY = 3

/** The language of a text, as BCP 47 names it: `en`, `zh`, …; `und` where there are no words. */
export function languageOf(text: string): string {
  const plain = text.replace(/https?:\S+|[@#]\S+/g, ' ')
  const latin = plain.match(/\p{Script=Latin}/gu)?.length ?? 0
  for (const [language, script] of BY_SCRIPT) {
    const letters = plain.match(script)?.length ?? 0
    if (letters > 0 && letters * DENSITY >= latin) return language
  }
  return latin === 0 ? 'und' : latinLanguage(plain)
}

/** Another than English only where clearly more speaks for it. */
function latinLanguage(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const countOf = (little: ReadonlySet<string>) => words.filter((word) => little.has(word)).length
  let best = 'en'
  // English words such as "no", "me" and "an" stand in other lists too.
  let most = countOf(wordsOf.get('en')!) + 1
  for (const [language, little] of wordsOf) {
    const count = countOf(little)
    if (count > most) [best, most] = [language, count]
  }
  return best
}
