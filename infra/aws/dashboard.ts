import { Duration } from 'aws-cdk-lib'
import { Dashboard, GraphWidget, Metric, PeriodOverride } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { NamedParts } from './named-parts.ts'

const PERIOD = Duration.minutes(5)
const WIDTH = 12

/** One page: what comes in, what waits, what fails, what goes out. */
export function makeDashboard(scope: Construct, { queues, lambdas, table }: NamedParts): void {
  const workQueues = Object.entries(queues)
  const functions = Object.entries(lambdas)
  const sum = { period: PERIOD, statistic: 'Sum' }
  const graph = (title: string, left: Metric[]) => new GraphWidget({ title, width: WIDTH, left })
  new Dashboard(scope, 'Dashboard', {
    dashboardName: 'wingback',
    periodOverride: PeriodOverride.AUTO,
    widgets: [
      [
        graph(
          'Messages into the queues',
          metrics(workQueues, ({ queue }) => queue.metricNumberOfMessagesSent(sum)),
        ),
        graph(
          'Oldest message, seconds',
          metrics(workQueues, ({ queue }) => queue.metricApproximateAgeOfOldestMessage({ period: PERIOD })),
        ),
      ],
      [
        graph(
          'Messages that failed too often',
          metrics(workQueues, ({ dead }) => dead.metricApproximateNumberOfMessagesVisible({ period: PERIOD })),
        ),
        graph(
          'Failing functions',
          metrics(functions, (lambda) => lambda.metricErrors(sum)),
        ),
      ],
      [
        graph(
          'Duration of functions, p95, ms',
          metrics(functions, (lambda) => lambda.metricDuration({ period: PERIOD, statistic: 'p95' })),
        ),
        graph('Mails', ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map(ses)),
      ],
      [
        graph('Units read and written', [
          table.metricConsumedReadCapacityUnits(sum),
          table.metricConsumedWriteCapacityUnits(sum),
        ]),
      ],
    ],
  })
}

function metrics<T>(entries: [string, T][], metricOf: (each: T) => Metric): Metric[] {
  return entries.map(([label, each]) => metricOf(each).with({ label }))
}

function ses(metricName: string): Metric {
  return new Metric({ namespace: 'AWS/SES', metricName, label: metricName, period: PERIOD, statistic: 'Sum' })
}
