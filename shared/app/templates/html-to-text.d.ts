/** What we use of html-to-text, which brings no types. */
declare module 'html-to-text' {
  export function convert(html: string, options: object): string
}
