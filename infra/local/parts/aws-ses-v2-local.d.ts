/** The one handler that we call ourselves; its own declaration requires the types of express. */
declare module 'aws-ses-v2-local/dist/v2/sendEmail.js' {
  interface Reply {
    status(code: number): Reply
    send(body: Record<string, unknown>): void
  }
  const module: { default(request: { body: unknown }, reply: Reply, next: (error?: unknown) => void): unknown }
  export default module
}
