import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import * as z from 'zod'
import type { HttpRequest, HttpResponse } from '../app/http.ts'
import { requestOf, resultOf } from './http.ts'
import { stack } from './stack.ts'

const call = z.looseObject({
  rawPath: z.string(),
  headers: z.record(z.string(), z.string().optional()),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string() }) }),
})

/** A handler for an HTTP API. If it throws, it answers `failed`; without that, the gateway answers. */
export function httpHandler(work: (request: HttpRequest) => Promise<HttpResponse>, failed?: HttpResponse) {
  return stack<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(call, () => ({
    says: 'a request failed',
    ...(failed && { answer: resultOf(failed) }),
  })).handler(async (event: APIGatewayProxyEventV2) => resultOf(await work(requestOf(event))))
}
