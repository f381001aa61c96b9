import { Duration, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Alarm, type AlarmProps, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { alerts } from '../../shared/app/alerts.ts'
import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'
import type { Functions } from './functions.ts'
import type { WorkQueues } from './queues.ts'

const PERIOD = Duration.minutes(5)
/** Older than this, a queue is not kept up with: mails are late and quiet hours draw near. */
const OLDEST_MESSAGE = Duration.minutes(15)
/** Where AWS itself puts an account under review. It pauses sending at 10 % and 0.5 %. */
const BOUNCE_RATE = 0.05
const COMPLAINT_RATE = 0.001

/** Lasting a quarter of an hour: single failures heal by themselves. */
const LASTING = { threshold: 1, evaluationPeriods: 3 }

export interface Watched {
  queues: WorkQueues
  lambdas: Functions
  api: HttpApi
}

type Raise = (id: string, props: Omit<AlarmProps, 'comparisonOperator'> & Partial<AlarmProps>) => void

/** What a person is woken for. docs/operations/deploy.md says of each what to do. */
export function makeAlarms(scope: Construct, watched: Watched, email?: string): void {
  const topic = makeTopic(scope, email)
  const raise: Raise = (id, props) => {
    const alarm = new Alarm(scope, `Alarm-${id}`, {
      alarmName: `wingback-${id}`,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
    })
    alarm.addAlarmAction(new SnsAction(topic))
    alarm.addOkAction(new SnsAction(topic))
  }
  watchQueues(raise, watched.queues)
  watchFunctions(raise, watched.lambdas)
  watchApi(raise, watched.api)
  watchReputation(raise)
  watchAlerts(scope, raise, watched.lambdas)
}

/** A topic with a policy of its own (here: TLS only) loses the one that lets CloudWatch in; so it is said. */
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

function watchQueues(raise: Raise, queues: WorkQueues): void {
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

function watchFunctions(raise: Raise, lambdas: Functions): void {
  for (const name of Object.keys(functions) as FunctionName[]) {
    const wiring: Wiring = functions[name]
    raise(`${name}-errors`, {
      alarmDescription: `${name} (${wiring.does}) keeps failing`,
      metric: lambdas[name].metricErrors({ period: PERIOD }),
      ...LASTING,
    })
    raise(`${name}-throttles`, {
      alarmDescription: `${name} keeps being throttled: the account's Lambda concurrency is used up`,
      metric: lambdas[name].metricThrottles({ period: PERIOD }),
      ...LASTING,
    })
    const due = dueWithin(wiring)
    if (due) {
      raise(`${name}-silent`, {
        alarmDescription: `${name} (${wiring.does}) has not run`,
        metric: lambdas[name].metricInvocations({ period: due.period }),
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
        evaluationPeriods: due.periods,
      })
    }
  }
}

/** In what time a function that goes by the clock must have run. */
function dueWithin({ on }: Wiring): { period: Duration; periods: number } | undefined {
  if ('everyMinutes' in on) return { period: PERIOD, periods: 3 }
  return 'dailyAt' in on ? { period: Duration.days(1), periods: 1 } : undefined
}

/** A handler answers 500 where it fails, which Lambda does not count as an error. */
function watchApi(raise: Raise, api: HttpApi): void {
  raise('http-errors', {
    alarmDescription: "Links in mails or the operators' API keep answering with 5xx",
    metric: api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
    ...LASTING,
  })
}

/** The rates of the whole account, because it is the account that AWS judges. */
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

/** What a function tells a person of is a line of its log; a filter makes a metric of it. */
function watchAlerts(scope: Construct, raise: Raise, lambdas: Functions): void {
  for (const [name, { by, means }] of Object.entries(alerts)) {
    const filter = new MetricFilter(scope, `Alert-${name}`, {
      logGroup: lambdas[by].logGroup,
      filterPattern: FilterPattern.stringValue('$.alert', '=', name),
      metricNamespace: 'Wingback',
      metricName: name,
    })
    raise(name, {
      alarmDescription: means,
      metric: filter.metric({ period: PERIOD, statistic: 'Sum' }),
      threshold: 1,
      evaluationPeriods: 1,
    })
  }
}
