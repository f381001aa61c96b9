/** An HTTP request as the functions see it, and what they answer. The local server makes the same. */
export interface HttpRequest {
  method: string
  path: string
  query: Record<string, string | undefined>
  headers: Record<string, string | undefined>
  body: Uint8Array
  /** In AWS, the ARN that IAM knows the caller by. */
  caller?: string | undefined
}

export interface HttpResponse {
  status: number
  headers: Record<string, string>
  body: string
}
