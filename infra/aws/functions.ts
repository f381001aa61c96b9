import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  type Code,
  Function as Lambda,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Construct } from 'constructs'
import { environmentOf } from '../../shared/environment-of.ts'
import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'
import { grantsOf, identityArn, picturesArn, type Resources, rawPrefixes, storeArn } from './grants.ts'
import { isInLoop } from './loops.ts'
import { functionNameOf, logGroupNameOf } from './named-parts.ts'

/** The lowest concurrency that SQS allows for an event source. */
const LEAST_WORKERS = 2

export type Functions = Record<FunctionName, Lambda>

/**
 * Every function of the pipeline, with its log, its permissions and, except for HTTP, its trigger.
 * @param values the values of the variables of `environmentOf`
 * @param codeOf the bundle of a file under `functions/`
 */
export function makeFunctions(
  scope: Construct,
  resources: Resources,
  values: Readonly<Record<string, string>>,
  codeOf: (file: string) => Code,
): Functions {
  const names = Object.keys(functions) as FunctionName[]
  const entries = names.map((name) => {
    const lambda = makeFunction(scope, name, resources, environment(name, values), codeOf)
    trigger(scope, name, lambda, resources)
    return [name, lambda]
  })
  return Object.fromEntries(entries)
}

function environment(name: FunctionName, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    environmentOf(name).map((variable) => {
      const value = values[variable]
      if (value === undefined) throw new Error(`${name} asks for ${variable}, which nothing in infra/aws provides`)
      return [variable, value]
    }),
  )
}

function makeFunction(
  scope: Construct,
  name: FunctionName,
  resources: Resources,
  variables: Record<string, string>,
  codeOf: (file: string) => Code,
): Lambda {
  const wiring: Wiring = functions[name]
  const logGroup = new LogGroup(scope, `Log-${name}`, {
    logGroupName: logGroupNameOf(name),
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const role = new Role(scope, `Role-${name}`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  for (const statement of grantsOf(name, resources)) role.addToPolicy(statement)
  if (wiring.mails) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${identityArn(scope, '*')}]`,
      reason: 'In its sandbox SES asks for the identity of the receiver, too: the condition holds the sender to ours',
    })
  }
  for (const prefix of wiring.raw ? rawPrefixes[wiring.raw] : []) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${storeArn(scope, resources.raw.bucketName, `${prefix}/*`)}]`,
      reason: 'Messages of other systems, each under a key of its own: there is nothing else under this prefix',
    })
  }
  if (wiring.addsPictures && resources.pictures) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${picturesArn(scope, resources.pictures)}]`,
      reason: 'Pictures of emails, each under the hash of its content: there is nothing else under this prefix',
    })
  }
  logGroup.grantWrite(role)
  return new Lambda(scope, `Function-${name}`, {
    functionName: functionNameOf(name),
    description: wiring.does,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: codeOf(wiring.file),
    handler: 'index.handler',
    memorySize: wiring.memoryMb,
    timeout: Duration.seconds(wiring.timeoutSeconds),
    environment: variables,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // No X-Ray: a member's records already say what happened and why, event by event, and cost less than traces. Outcomes
    // come back to `react` as events, and a sweep sends itself the next page: Lambda would stop both after 16 rounds.
    recursiveLoop: isInLoop(name) ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
  })
}

function trigger(scope: Construct, name: FunctionName, lambda: Lambda, { queues }: Resources): void {
  const { on, concurrency }: Wiring = functions[name]
  if ('queue' in on) {
    lambda.addEventSource(
      new SqsEventSource(queues[on.queue].queue, {
        batchSize: on.batchSize,
        maxBatchingWindow: Duration.seconds(on.windowSeconds),
        reportBatchItemFailures: true,
        ...(concurrency && { maxConcurrency: Math.max(concurrency, LEAST_WORKERS) }),
      }),
    )
  } else if ('everyMinutes' in on) {
    const interval = Duration.minutes(on.everyMinutes)
    runBySchedule(scope, name, lambda, ScheduleExpression.rate(interval), interval)
  } else if ('dailyAt' in on) {
    const [hour = '0', minute = '0'] = on.dailyAt.split(':').map((part) => String(Number(part)))
    runBySchedule(scope, name, lambda, ScheduleExpression.cron({ hour, minute }), Duration.hours(1))
  }
}

/**
 * No retries on either side: the next run does the same work. With a time-out no longer than the interval, this also keeps
 * runs from overlapping, without reserved concurrency (which new accounts lack).
 */
function runBySchedule(
  scope: Construct,
  name: FunctionName,
  lambda: Lambda,
  schedule: ScheduleExpression,
  maxEventAge: Duration,
): void {
  lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge })
  const role = new Role(scope, `ScheduleRole-${name}`, { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }))
  new Schedule(scope, `Schedule-${name}`, {
    scheduleName: `wingback-${name}`,
    description: functions[name].does,
    schedule,
    // The library's own grant would include versions and aliases, of which there are none.
    target: new LambdaInvoke(lambda, { role: role.withoutPolicyUpdates(), retryAttempts: 0, maxEventAge }),
  })
}
