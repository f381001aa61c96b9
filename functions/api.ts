import { handleApi } from '../shared/app/api/index.ts'
import { apiContext } from '../shared/lambda/api-context.ts'
import { httpHandler } from '../shared/lambda/http-handler.ts'

const failed = {
  error: {
    code: 'failed',
    message: 'something behind the API did not answer',
    hint: 'try again; the log says more',
  },
}

/** Answers the wingback command. In AWS every caller is known by IAM. */
export const handler = httpHandler((request) => handleApi(request, apiContext()), {
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(failed),
})
