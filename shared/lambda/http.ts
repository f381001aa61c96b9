import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { HttpRequest, HttpResponse } from '../app/http.ts'

export function requestOf(event: APIGatewayProxyEventV2): HttpRequest {
  const context = event.requestContext as APIGatewayProxyEventV2['requestContext'] & {
    authentication?: { clientCert?: { subjectDN?: string } } | null
    authorizer?: { iam?: { userArn?: string }; jwt?: { claims?: Record<string, unknown> } }
  }
  return {
    method: context.http.method,
    path: event.rawPath,
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    caller: context.authorizer?.iam?.userArn,
    certificate: context.authentication?.clientCert?.subjectDN,
    claims: context.authorizer?.jwt?.claims,
  }
}

export function resultOf({ status, headers, body }: HttpResponse): APIGatewayProxyStructuredResultV2 {
  return { statusCode: status, headers, body }
}
