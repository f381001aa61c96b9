/** `domainToASCII` of Node, by the browser's own reading of addresses. Empty: it is no domain. */
export function domainToASCII(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return ''
  }
}
