import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { answerLink } from '../shared/app/links/answer.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { requestOf, resultOf } from '../shared/lambda/http.ts'
import { keysOfLinks } from '../shared/lambda/links.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks, tablePorts } from '../shared/lambda/table.ts'

/** Answers the links in mails: offers, unsubscribing. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
  async (event: APIGatewayProxyEventV2) => {
    const { state } = await readWorld()
    return resultOf(
      await answerLink(requestOf(event), {
        ports: { ...tablePorts(), queues: queuesPort(), bus: busPort() },
        rulebook: state.rulebook === undefined ? undefined : await rulebooks().load(state.rulebook),
        keys: keysOfLinks(),
        now: now(),
      }),
    )
  },
)
