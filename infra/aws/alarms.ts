import { Duration, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  Alarm,
  type AlarmProps,
  type CfnAlarm,
  ComparisonOperator,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { FilterPattern, type IFilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { type AlertRow, alerts } from '../../shared/app/alerts.ts'
import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'
import type { NamedParts } from './named-parts.ts'

const PERIOD = Duration.minutes(5)
/** With an older message a queue cannot keep up: emails are late, and quiet hours come closer. */
const OLDEST_MESSAGE = Duration.minutes(15)
/** Where AWS puts an account under review. It pauses sending at 10 % and 0.5 %. */
const BOUNCE_RATE = 0.05
const COMPLAINT_RATE = 0.001

/** For a quarter of an hour: single failures are retried and pass. */
const LASTING = { threshold: 1, evaluationPeriods: 3 }
/** Once within a day: a daily job is not retried before the next day. */
const ONCE_A_DAY = { threshold: 1, evaluationPeriods: 24, datapointsToAlarm: 1 }
const HOUR = Duration.hours(1)
/** A day, and the time a run may take. */
const HOURS_OF_A_DAY_AND_A_BIT = 26
/** Our own metrics, made from log lines. */
const NAMESPACE = 'Wingback'

interface Said {
  /** The alarm is not raised before: after a first deployment there is nothing to hear yet. */
  warmUpMinutes?: number
  /** Nothing shows when it is over, so no "OK" is sent. */
  once?: boolean
}

type Raise = (id: string, props: Omit<AlarmProps, 'comparisonOperator'> & Partial<AlarmProps>, said?: Said) => void

/** All alarms. docs/operations/alarms.md says for each what to do. */
export function makeAlarms(scope: Construct, parts: NamedParts, api: HttpApi, email?: string): void {
  const topic = makeTopic(scope, email)
  const raise: Raise = (id, props, { warmUpMinutes, once } = {}) => {
    const alarm = new Alarm(scope, `Alarm-${id}`, {
      alarmName: `wingback-${id}`,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
    })
    alarm.addAlarmAction(new SnsAction(topic))
    if (!once) alarm.addOkAction(new SnsAction(topic))
    if (warmUpMinutes !== undefined)
      (alarm.node.defaultChild as CfnAlarm).warmUpConfiguration = { warmUpPeriodDurationInMinutes: warmUpMinutes }
  }
  watchQueues(raise, parts)
  watchFunctions(scope, raise, parts)
  watchApi(raise, api)
  watchReputation(raise)
  watchAlerts(scope, raise, parts)
}

/** A topic with its own policy (here: TLS only) loses the default one that allows CloudWatch, so it is added. */
function makeTopic(scope: Construct, email?: string): Topic {
  const topic = new Topic(scope, 'AlarmTopic', { topicName: 'wingback-alarms', enforceSSL: true })
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } },
    }),
  )
  if (email) topic.addSubscription(new EmailSubscription(email))
  return topic
}

function watchQueues(raise: Raise, { queues }: NamedParts): void {
  for (const [name, { queue, dead, undelivered }] of Object.entries(queues)) {
    holds(raise, `${name}-dead`, dead, `Messages of ${name} failed too often and wait for a person`)
    if (undelivered) holds(raise, `${name}-undelivered`, undelivered, `Events could not be put into the queue ${name}`)
    raise(`${name}-age`, {
      alarmDescription: `The queue ${name} is not kept up with`,
      metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
      threshold: OLDEST_MESSAGE.toSeconds(),
      evaluationPeriods: 1,
    })
  }
}

function holds(raise: Raise, id: string, queue: IQueue, alarmDescription: string): void {
  raise(id, {
    alarmDescription,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
    threshold: 1,
    evaluationPeriods: 1,
  })
}

function watchFunctions(scope: Construct, raise: Raise, { lambdas, logs }: NamedParts): void {
  for (const name of Object.keys(functions) as FunctionName[]) {
    const { on, does }: Wiring = functions[name]
    const lambda = lambdas[name]
    const daily = 'dailyAt' in on
    raise(`${name}-errors`, {
      alarmDescription: `${name} (${does}) ${daily ? 'has failed' : 'keeps failing'}`,
      metric: lambda.metricErrors({ period: daily ? HOUR : PERIOD }),
      ...(daily ? ONCE_A_DAY : LASTING),
    })
    raise(`${name}-throttles`, {
      alarmDescription: `${name} keeps being throttled: the account's Lambda concurrency is used up`,
      metric: lambda.metricThrottles({ period: PERIOD }),
      ...LASTING,
    })
    if ('queue' in on) watchFailures(scope, raise, name, logs[name])
    if ('everyMinutes' in on) {
      hears(raise, `${name}-silent`, `${name} (${does}) has not run`, lambda.metricInvocations({ period: PERIOD }), 3)
    }
    if (daily) {
      const runs = logMetric(scope, `Done-${name}`, logs[name], FilterPattern.stringValue('$.done', '=', name))
      const metric = runs.metric({ period: HOUR, statistic: 'Sum' })
      hears(raise, `${name}-silent`, `${name} (${does}) has not come to its end`, metric, HOURS_OF_A_DAY_AND_A_BIT)
    }
  }
}

/** If some messages of a batch fail, that is not an error to Lambda: the log has their number (queue-handler.ts). */
function watchFailures(scope: Construct, raise: Raise, name: FunctionName, log: ILogGroup): void {
  const failures = logMetric(scope, `Failed-${name}`, log, FilterPattern.numberValue('$.failed', '>', 0), '$.failed')
  raise(`${name}-failing`, {
    alarmDescription: `Messages that ${name} works on keep failing, and are tried again`,
    metric: failures.metric({ period: PERIOD, statistic: 'Sum' }),
    ...LASTING,
  })
}

/** Raises an alarm if nothing was heard for so many periods. */
function hears(raise: Raise, id: string, alarmDescription: string, metric: Metric, periods: number): void {
  raise(
    id,
    {
      alarmDescription,
      metric,
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      evaluationPeriods: periods,
    },
    { warmUpMinutes: (periods + 1) * metric.period.toMinutes() },
  )
}

/** A metric of lines in a function's log. Without a `value` it counts them. */
function logMetric(
  scope: Construct,
  id: string,
  logGroup: ILogGroup,
  filterPattern: IFilterPattern,
  metricValue = '1',
): MetricFilter {
  return new MetricFilter(scope, id, {
    logGroup,
    filterPattern,
    metricNamespace: NAMESPACE,
    metricName: id,
    metricValue,
  })
}

/** A handler answers 500 if it fails, which Lambda does not count as an error. */
function watchApi(raise: Raise, api: HttpApi): void {
  raise('http-errors', {
    alarmDescription: "Links in mails or the operators' API keep answering with 5xx",
    metric: api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
    ...LASTING,
  })
}

/** The rates of the whole account, because AWS judges the account. */
function watchReputation(raise: Raise): void {
  const rate = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Maximum' })
  raise('bounce-rate', {
    alarmDescription: 'SES counts so many bounces that AWS will put the account under review',
    metric: rate('Reputation.BounceRate'),
    threshold: BOUNCE_RATE,
    evaluationPeriods: 1,
  })
  raise('complaint-rate', {
    alarmDescription: 'So many receivers call our mails spam that AWS will put the account under review',
    metric: rate('Reputation.ComplaintRate'),
    threshold: COMPLAINT_RATE,
    evaluationPeriods: 1,
  })
}

/** A function raises an alarm with a log line; a filter makes a metric of it. */
function watchAlerts(scope: Construct, raise: Raise, { logs }: NamedParts): void {
  for (const [name, { by, means, repeatsWithinMinutes }] of Object.entries<AlertRow>(alerts)) {
    const lines = logMetric(scope, `Alert-${name}`, logs[by], FilterPattern.stringValue('$.alert', '=', name))
    const periods = repeatsWithinMinutes === undefined ? 1 : repeatsWithinMinutes / PERIOD.toMinutes()
    raise(
      name,
      {
        alarmDescription: means,
        metric: lines.metric({ period: PERIOD, statistic: 'Sum' }),
        threshold: 1,
        evaluationPeriods: periods,
        datapointsToAlarm: 1,
      },
      { once: repeatsWithinMinutes === undefined },
    )
  }
}
