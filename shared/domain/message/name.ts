import type { Profile } from '../member/member.ts'

/**
 * How to address a member: 刘超, else the given name. Empty where there is none fit to be greeted by: names come from
 * forms that anybody can fill in, and a mail must not carry somebody's advertisement, or a link.
 */
export function nameOf(profile: Pick<Profile, 'givenName' | 'familyName'>): string {
  const [given, family] = [fitName(profile.givenName), fitName(profile.familyName)]
  return FAMILY_FIRST.test(family) && (given === '' || GIVEN_AFTER.test(given)) ? family + given : given
}

/** The whole name as colleagues read it, whatever stands in it: 刘超, Grace Dunmoor. */
export function fullNameOf(named: {
  givenName?: string | null | undefined
  familyName?: string | null | undefined
}): string {
  const [given, family] = [named.givenName ?? '', named.familyName ?? '']
  const isFamilyFirst = FAMILY_FIRST.test(family) && (given === '' || GIVEN_AFTER.test(given))
  return isFamilyFirst ? family + given : [given, family].filter(Boolean).join(' ')
}

/** A name as it may stand in a mail; empty where it is none. */
export function fitName(name: string | undefined): string {
  const fit = (name ?? '').trim().normalize('NFC')
  // Letters may come as wide or as mathematical ones; judged are those that they stand for.
  const plain = fit.normalize('NFKC').replace(JOINERS, '')
  return NAME.test(plain) && !UNFIT.some((sign) => sign.test(plain)) ? fit : ''
}

/** Chinese and Korean families stand first, without a blank; Japanese ones are written in the same script. */
const FAMILY_FIRST = /^(?:[\p{Script=Han}·]+|\p{Script=Hangul}+)$/u
const GIVEN_AFTER = /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー·]+|\p{Script=Hangul}+)$/u

/** Between letters they are part of how Persian, Indic and Sinhala names are written. */
const JOINERS = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})/gu

/** Letters, and what stands between them in names. */
const NAME = /^['’‘]?\p{L}[\p{L}\p{M} .'’‘·・‐‑-]{0,59}$/u

const UNFIT: readonly RegExp[] = [
  // Mail programs make a link of `t.co` and of `www`, even in a name. St. John has a blank.
  /\.\p{L}{2}|\b(?:https?|www)\b/iu,
  // An initial is nothing to be greeted by; 伟 is.
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*\.?$/u,
  // More words than a name has.
  /(?:\S+ +){5}/u,
  // Towers of marks, rows of dots.
  /\p{M}{5}|[ .'’‘·・‐‑-]{3}/u,
]
