import { Lazy, Stack, type StackProps } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { ConsolePeople, People } from '../../shared/app/api/who.ts'
import { PICTURES } from '../../shared/domain/pictures/picture.ts'
import { functions, type QueueName, queueVariable } from '../../shared/pipeline.ts'
import { guardAnnouncements } from './buses.ts'
import { type DataStack, picturesBucketName, rawBucketName } from './data-stack.ts'
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
  /** The built files of the console, if the stage has one. */
  consoleFolder?: string | undefined
}

/** Everything that works on the data: it can be removed and deployed again without losing a member. */
export class PipelineStack extends Stack {
  /** The API that operators, links and the console use. */
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { stage, data, codeOf, consoleFolder, ...props }: PipelineStackProps) {
    super(scope, id, props)
    const bucketName = rawBucketName(this)
    const queues = makeQueues(this, {
      eventBus: data.bus,
      announcements: data.announcements,
      bucketName,
      inbox: stage.inbox,
    })
    const configurationSet = makeMail(this, queues)
    const { api, linkBaseUrl } = makeApi(this, stage)
    const console = stage.console && consoleFolder ? { settings: stage.console, folder: consoleFolder } : undefined
    const pictures = console && { bucketName: picturesBucketName(this) }
    const resources = {
      ...{ ...data, raw: { bucketName }, pictures, queues, configurationSet },
      mailIdentity: stage.mailIdentity,
    }
    // The console comes after the functions of which one tells where its pages are.
    let pages: string | undefined
    const values = {
      TABLE_NAME: data.table.tableName,
      BUS_NAME: data.announcements.eventBusName,
      CONFIGURATION_SET: configurationSet.configurationSetName,
      SENT_WAITS_SECONDS: String(functions['send-email'].sentWaitsSeconds),
      LINK_KEY_PARAMETER: data.linkKey.secretArn,
      LINK_BASE_URL: linkBaseUrl,
      PAGES_BASE_URL: Lazy.string({ produce: () => pages ?? `${api.apiEndpoint}/v1/` }),
      HASH_KEY_PARAMETER: data.hashKey.secretArn,
      PEOPLE: JSON.stringify({
        account: stage.account,
        ...stage.people,
        console: stage.console && peopleOf(stage.console),
      } satisfies People),
      MAIL_IDENTITY: stage.mailIdentity,
      RAW_BUCKET: bucketName,
      PICTURES_BUCKET: pictures?.bucketName ?? '',
      PICTURES_BASE_URL: Lazy.string({ produce: () => (pages ? `${pages}${PICTURES}/` : '') }),
      AIRLINE_BUS_NAME: data.bus.eventBusName,
      CONNECTOR_KEYS_PARAMETER: data.connectorKeys.secretArn,
      SENDER_CERTIFICATES: JSON.stringify(stage.senders?.certificates ?? {}),
      SAMPLE_MEMBERS: String(stage.sampleMembers),
      HELP_DESK_PARAMETER: data.helpDesk.secretArn,
      ...queueUrls(queues),
    }
    const lambdas = makeFunctions(this, resources, values, codeOf)
    guardAnnouncements(this, data.announcements, lambdas)
    pages = makeRoutes(this, api, lambdas, console)
    this.api = api
  }
}

/** The console settings by which the API reads tokens. */
function peopleOf({ nameClaim, groupsClaim, groups }: NonNullable<Stage['console']>): ConsolePeople {
  return { nameClaim, groupsClaim, groups }
}

function queueUrls(queues: WorkQueues): Record<string, string> {
  const names = Object.keys(queues) as QueueName[]
  return Object.fromEntries(names.map((name) => [queueVariable(name), queues[name].queue.queueUrl]))
}
