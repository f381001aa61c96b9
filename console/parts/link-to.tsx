import Link, { type LinkProps } from '@cloudscape-design/components/link'
import { useRouter } from '@tanstack/react-router'

/** A link to a page of the console: the address is a real one, to be opened in another tab or sent to somebody. */
export function LinkTo({ href, ...props }: Omit<LinkProps, 'href'> & { href: string }) {
  const router = useRouter()
  return (
    <Link
      {...props}
      href={href}
      onFollow={(event) => {
        event.preventDefault()
        void router.navigate({ href })
      }}
    />
  )
}
