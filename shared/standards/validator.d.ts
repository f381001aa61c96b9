/** What we use of validator, which brings no types. */
declare module 'validator/lib/isEmail.js' {
  export default function isEmail(text: string, options: { allow_utf8_local_part: boolean }): boolean
}
