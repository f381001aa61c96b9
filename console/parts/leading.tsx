import { count } from './amounts.ts'
import { LinkTo } from './link-to.tsx'

/** A number, and where it leads, if there is anything. `what` says of what it is, where only the link is read out. */
export function Leading({ of, what, href }: { of: number; what: string; href: string | undefined }) {
  if (href === undefined || of === 0) return count(of)
  return (
    <LinkTo href={href} ariaLabel={`${what}: ${count(of)}`}>
      {count(of)}
    </LinkTo>
  )
}
