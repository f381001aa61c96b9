import { ruleText } from '../../../shared/domain/texts/facts.ts'
import { count } from '../../parts/amounts.ts'
import { useLanguage, useWords } from '../../shell/words.tsx'

interface ValueProps {
  value: unknown
  /** What it is of: the same word may mean two things. */
  of: string
}

/** A value as it is written, its own names in the reader's words. */
export function Value({ value, of }: ValueProps) {
  const { settings: words } = useWords()
  const plain = usePlain()
  if (Array.isArray(value)) return <Several values={value} of={of} />
  if (typeof value !== 'object' || value === null) return <>{plain(value)}</>
  return (
    <ul className="wb-lines">
      {Object.entries(value).map(([name, each]) => (
        <li key={name}>
          {words.names[`${of}.${name}`] ?? words.names[name] ?? name}
          {words.colon}
          <Value value={each} of={name} />
        </li>
      ))}
    </ul>
  )
}

function Several({ values, of }: { values: readonly unknown[]; of: string }) {
  const { settings: words } = useWords()
  const plain = usePlain()
  const isPlain = values.every((each) => typeof each !== 'object')
  if (isPlain) return <>{values.map(plain).join(words.comma)}</>
  return (
    <ul className="wb-lines">
      {values.map((each) => (
        <li key={JSON.stringify(each)}>
          <Value value={each} of={of} />
        </li>
      ))}
    </ul>
  )
}

/** One value in the reader's words: `200,000 CNY`, `30 天`. */
function usePlain(): (value: unknown) => string {
  const { settings: words } = useWords()
  const language = useLanguage()
  return (value) => {
    const text = String(value)
    const [, atMost, window] = /^(\d+) emails? in (\d+\w)$/.exec(text) ?? []
    if (atMost && window) return words.cap(atMost, ruleText(window, language))
    if (/^\d+[a-z]$/.test(text)) return ruleText(text, language)
    return words.values[text] ?? text.replace(/^\d{4,}(?= [A-Z]{3}$)/, (amount) => count(Number(amount)))
  }
}
