import { type Named, quoted } from './named.ts'
import { remembered } from './remembered.ts'

/**
 * A locale as language, script where it does not go without saying, and region: `zh-CN`, also where it is written
 * `zh_CN.UTF-8`, `zh-Hans-CN` or, as Windows had it, `zh-CHS`. More than that no mail is written by. What comes out Intl
 * takes.
 */
export const readLocale = remembered((text: string): Named => {
  const written = text.normalize('NFKC').trim()
  const slip = SLIPS.get(written.toLowerCase())
  if (slip) return { ok: false, message: `no language is called ${quoted(text)}`, hint: `did you mean ${slip}?` }
  const name = canonical(tagOf(written))
  if (name) return { ok: true, name }
  const meant = localeTakenBefore(written)
  return {
    ok: false,
    message: `${quoted(text)} is not a locale`,
    hint: meant ? `did you mean ${meant}?` : 'write a tag such as zh-CN',
  }
})

/** As far as it can be used: a locale that was taken before there was {@link readLocale}. */
export function localeTakenBefore(text: string): string | undefined {
  const parts = tagOf(text).split('-')
  return parts.map((_, after) => canonical(parts.slice(0, parts.length - after).join('-'))).find(Boolean)
}

/** The script a locale is written in: `Hant` of zh-HK. */
export function scriptOf(locale: string): string | undefined {
  return new Intl.Locale(locale).maximize().script
}

/** Names that systems had before BCP 47, or beside it. */
const FORMERLY = new Map(
  Object.entries({
    'zh-chs': 'zh-Hans',
    'zh-cht': 'zh-Hant',
    'no-no-ny': 'nn-NO',
    'no-nyn': 'nn',
    'no-bok': 'nb',
    'th-th-th': 'th-TH',
    'ja-jp-jp': 'ja-JP',
    'en-gb-oed': 'en-GB',
    'zh-guoyu': 'zh',
    'zh-min-nan': 'nan',
    'zh-hakka': 'hak',
    'zh-xiang': 'hsn',
  }),
)

/** Chinese is written alike where it is spoken otherwise. */
const WRITTEN_CHINESE = new Map(Object.entries({ yue: 'HK', nan: 'TW', hak: 'TW', wuu: 'CN', gan: 'CN', hsn: 'CN' }))

/** A tag as BCP 47 orders its parts, of one that another system wrote. */
function tagOf(written: string): string {
  const [, name = written, script] = /^([^.@]+)(?:\.[\w-]+)?(?:@(\w+))?$/.exec(written.replaceAll('_', '-')) ?? []
  const bare = name.replace(/-utf-?8$/i, '')
  const formerly = FORMERLY.get(bare.toLowerCase())
  if (formerly) return formerly
  return bare
    .replace(/^zh-(cmn|yue|nan|hak|wuu|gan|hsn)\b/i, '$1')
    .replace(/^([a-z]{2,3})-([a-z]{2}|\d{3})-([a-z]{4})$/i, '$1-$3-$2')
    .replace(/^([a-z]{2,3})(?=-|$)/i, `$1${SCRIPTS.get(script ?? '') ?? ''}`)
}

/** As glibc calls them. */
const SCRIPTS = new Map(Object.entries({ latin: '-Latn', cyrillic: '-Cyrl' }))

function canonical(tag: string): string | undefined {
  const asked = parsed(tag)
  if (!asked || NO_LANGUAGE.has(asked.language) || !isKnown('language', asked.language)) return undefined
  const home = WRITTEN_CHINESE.get(asked.language)
  const language = home ? 'zh' : asked.language
  const region = regionOf(asked) ?? home ?? (language === 'zh' && asked.script ? asked.maximize().region : undefined)
  const short = [language, region].filter(Boolean).join('-')
  return !asked.script || asked.script === scriptOf(short)
    ? short
    : [language, asked.script, region].filter(Boolean).join('-')
}

/** Several, none, not known. */
const NO_LANGUAGE = new Set(['mul', 'mis', 'und', 'zxx'])

function parsed(tag: string): Intl.Locale | undefined {
  // Longer words than codes of two or three letters are no languages that anybody has.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag) || tag.length > 64) return undefined
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}

/** Serbia as Windows had it; what is no region is left out. */
function regionOf({ region }: Intl.Locale): string | undefined {
  if (region === 'SP') return 'RS'
  return region && isKnown('region', region) ? region : undefined
}

let known: Record<'language' | 'region', Intl.DisplayNames> | undefined

/** Whether there is such a code. Made when it is first asked: reading them takes a hundredth of a second of a cold start. */
function isKnown(type: 'language' | 'region', code: string): boolean {
  known ??= { language: namesOf('language'), region: namesOf('region') }
  return known[type].of(code) !== undefined
}

function namesOf(type: 'language' | 'region'): Intl.DisplayNames {
  return new Intl.DisplayNames('en', { type, fallback: 'none' })
}

/** What people write for a language, and its code. */
const SLIPS = new Map(
  Object.entries({
    chinese: 'zh-CN',
    mandarin: 'zh-CN',
    cn: 'zh-CN',
    'cn-zh': 'zh-CN',
    english: 'en',
    japanese: 'ja',
    jp: 'ja',
    'jp-jp': 'ja-JP',
    korean: 'ko',
    kr: 'ko',
    'kr-kr': 'ko-KR',
    german: 'de',
    french: 'fr',
    spanish: 'es',
    cz: 'cs',
    dk: 'da',
    gr: 'el',
    ua: 'uk',
    vn: 'vi',
  }),
)
