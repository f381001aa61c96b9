import type { Silent } from '../../connectors/connector.ts'
import type { Fault } from '../../contract/index.ts'
import type { Language } from './language.ts'
import { faultWords, silentWords } from './zh-CN/messages.ts'

/** A fault as a reader of this language gets it. What has no words there, such as a parser's own, stays as it is. */
export function faultIn(language: Language, { said, ...fault }: Fault): Fault {
  const words = language === 'zh-CN' && said && Object.hasOwn(faultWords, said.is) ? said.is : undefined
  if (words === undefined) return fault
  const { hint: _, ...rest } = fault
  const { message, hint } = faultWords[words as keyof typeof faultWords](said as never)
  return { ...rest, message, ...(hint && { hint }) }
}

/** Why nothing comes of a part of a message, likewise. */
export function silentIn(language: Language, { said, ...silent }: Silent): Silent {
  const words = language === 'zh-CN' && said && Object.hasOwn(silentWords, said.is) ? said.is : undefined
  return words === undefined
    ? silent
    : { ...silent, why: silentWords[words as keyof typeof silentWords](said as never) }
}
