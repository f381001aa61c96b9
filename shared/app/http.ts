/** An HTTP request and response as functions see them. The local server makes the same. */
export interface HttpRequest {
  method: string
  path: string
  query: Record<string, string | undefined>
  headers: Record<string, string | undefined>
  body: Uint8Array
  /** In AWS, the caller's ARN, checked by IAM. */
  caller?: string | undefined
  /** In AWS, the subject of the caller's certificate, checked by the gateway. */
  certificate?: string | undefined
  /** In AWS, the claims of a console user's token, checked by the gateway. */
  claims?: Readonly<Record<string, unknown>> | undefined
}

export interface HttpResponse {
  status: number
  headers: Record<string, string>
  body: string
}
