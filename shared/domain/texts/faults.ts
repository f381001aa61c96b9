import type { Fault } from '../../contract/index.ts'
import type { Language } from './language.ts'
import { faults } from './zh-CN/faults.ts'

/** Why an event was not accepted, for a reader of the language: what is found is kept in English. */
export function faultIn({ message, hint }: Pick<Fault, 'message' | 'hint'>, language: Language) {
  if (language === 'en') return { message, hint }
  const [, place = '', said = message] = /^([\w.[\]-]+): (.*)$/s.exec(message) ?? []
  const read = inChinese(said, faults.messages)
  return {
    message: read === undefined ? message : `${place && `${place}：`}${read}`,
    hint: hint === undefined ? undefined : (inChinese(hint, faults.hints) ?? hint),
  }
}

function inChinese(text: string, wordings: typeof faults.messages): string | undefined {
  const found = wordings.find(([wording]) => wording.test(text))
  return found && text.replace(...found)
}
