import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** An HTTP request as the functions see it, and what they answer. The local server makes the same. */
export interface HttpRequest {
  method: string
  path: string
  query: Record<string, string | undefined>
  headers: Record<string, string | undefined>
  body: Uint8Array
  /** In AWS, the ARN that IAM knows the caller by. */
  caller?: string
}

export interface HttpResponse {
  status: number
  headers: Record<string, string>
  body: string
}

export function requestOf(event: APIGatewayProxyEventV2): HttpRequest {
  const context = event.requestContext as APIGatewayProxyEventV2['requestContext'] & {
    authorizer?: { iam?: { userArn?: string } }
  }
  return {
    method: context.http.method,
    path: event.rawPath,
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    caller: context.authorizer?.iam?.userArn,
  }
}

export function resultOf({ status, headers, body }: HttpResponse): APIGatewayProxyStructuredResultV2 {
  return { statusCode: status, headers, body }
}
