import type { Silent } from '../../connectors/connector.ts'
import type { Fault } from '../../contract/index.ts'
import type { Language } from './language.ts'
import { inChinese } from './zh-CN/elsewhere.ts'
import { faultWords, silentWords } from './zh-CN/messages.ts'

/** A fault as a reader of this language gets it. What has no words there, such as a parser's own, stays as it is. */
export function faultIn(language: Language, { said, ...fault }: Fault): Fault {
  if (language !== 'zh-CN') return fault
  const { hint: found, ...rest } = fault
  const own = said && Object.hasOwn(faultWords, said.is) ? (said as Own) : undefined
  const words = own && faultWords[own.is](own as never)
  const hint = words?.hint ?? (found && inChinese(found))
  return { ...rest, message: words?.message ?? inChinese(rest.message), ...(hint && { hint }) }
}

interface Own {
  is: keyof typeof faultWords
}

/** Why nothing comes of a part of a message, likewise. */
export function silentIn(language: Language, { said, ...silent }: Silent): Silent {
  const words = language === 'zh-CN' && said && Object.hasOwn(silentWords, said.is) ? said.is : undefined
  return words === undefined
    ? silent
    : { ...silent, why: silentWords[words as keyof typeof silentWords](said as never) }
}
