import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { People } from '../../shared/app/api/who.ts'
import { functions, type QueueName, queueVariable } from '../../shared/pipeline.ts'
import { makeAlarms } from './alarms.ts'
import { guardAnnouncements } from './buses.ts'
import { makeDashboard } from './dashboard.ts'
import type { DataStack } from './data-stack.ts'
import { makeFunctions } from './functions.ts'
import { makeApi, makeRoutes } from './http.ts'
import { makeMail } from './mail.ts'
import { makeQueues, type WorkQueues } from './queues.ts'
import type { Stage } from './stage.ts'

export interface PipelineStackProps extends StackProps {
  stage: Stage
  data: DataStack
  /** The bundle of a file under `functions/`. */
  codeOf: (file: string) => Code
}

/** Everything that works on the data: it can be taken away and deployed again without losing a member. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, codeOf, ...props }: PipelineStackProps) {
    super(scope, id, props)
    const queues = makeQueues(this, data.bus)
    const configurationSet = makeMail(this, queues)
    const { api, linkBaseUrl } = makeApi(this, stage.links)
    const resources = { ...data, queues, configurationSet, mailIdentity: stage.mailIdentity }
    const values = {
      TABLE_NAME: data.table.tableName,
      BUS_NAME: data.announcements.eventBusName,
      CONFIGURATION_SET: configurationSet.configurationSetName,
      SENT_WAITS_SECONDS: String(functions['send-email'].sentWaitsSeconds),
      LINK_KEY_PARAMETER: data.linkKey.secretArn,
      LINK_BASE_URL: linkBaseUrl,
      HASH_KEY_PARAMETER: data.hashKey.secretArn,
      PEOPLE: JSON.stringify({ account: stage.account, ...stage.people } satisfies People),
      MAIL_IDENTITY: stage.mailIdentity,
      ...queueUrls(queues),
    }
    const lambdas = makeFunctions(this, resources, values, codeOf)
    guardAnnouncements(this, data.announcements, lambdas)
    makeRoutes(this, api, lambdas)
    makeAlarms(this, { queues, lambdas, api }, stage.alarmEmail)
    makeDashboard(this, queues, lambdas, data.table)
  }
}

function queueUrls(queues: WorkQueues): Record<string, string> {
  const names = Object.keys(queues) as QueueName[]
  return Object.fromEntries(names.map((name) => [queueVariable(name), queues[name].queue.queueUrl]))
}
