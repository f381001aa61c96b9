import { throughConsole } from '../shared/app/api/console-door.ts'
import { handleApi } from '../shared/app/api/index.ts'
import type { HttpRequest } from '../shared/app/http.ts'
import { apiContext, consoleContext } from '../shared/lambda/api-context.ts'
import { httpHandler } from '../shared/lambda/http-handler.ts'

const failed = {
  error: {
    code: 'failed',
    message: 'something behind the API did not answer',
    hint: 'try again; the log says more',
  },
}

/** Answers the wingback command, whose callers IAM identifies, and the console, whose callers have a token. */
export const handler = httpHandler(answer, {
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(failed),
})

function answer(request: HttpRequest) {
  const fromConsole = throughConsole(request)
  return fromConsole ? handleApi(fromConsole, consoleContext()) : handleApi(request, apiContext())
}
