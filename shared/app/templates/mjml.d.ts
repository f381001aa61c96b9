/** What we use of mjml, which brings no types. */
declare module 'mjml' {
  interface Options {
    validationLevel: 'strict'
    ignoreIncludes: true
    keepComments: false
    fonts: Record<string, string>
  }
  /** Rejects with an error that has `errors` where the source is not valid. */
  export default function mjml2html(source: string, options: Options): Promise<{ html: string }>
}
