import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { handleApi } from '../shared/app/api/index.ts'
import { apiContext } from '../shared/lambda/api-context.ts'
import { requestOf, resultOf } from '../shared/lambda/http.ts'
import { describe, log } from '../shared/lambda/log.ts'

/** Answers the wingback command. In AWS every caller is known by IAM. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use({
    onError: (request) => {
      log.error('a request failed', { error: describe(request.error) })
      const body = JSON.stringify({
        error: {
          code: 'failed',
          message: 'something behind the API did not answer',
          hint: 'try again; the log says more',
        },
      })
      request.response = resultOf({ status: 500, headers: { 'content-type': 'application/json' }, body })
    },
  })
  .handler(async (event: APIGatewayProxyEventV2) => resultOf(await handleApi(requestOf(event), apiContext())))
