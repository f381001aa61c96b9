import { Stack, type StackProps } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { makeAlarms } from './alarms.ts'
import { makeDashboard } from './dashboard.ts'
import { namedParts } from './named-parts.ts'

export interface AlarmsStackProps extends StackProps {
  api: HttpApi
  /** Who is notified. */
  alarmEmail?: string | undefined
}

/**
 * What watches the pipeline: alarms, the metrics that they are made of, and the dashboard. It is a stack of its own because a
 * stack may have 500 resources, and alarms are a quarter of all.
 */
export class AlarmsStack extends Stack {
  constructor(scope: Construct, id: string, { api, alarmEmail, ...props }: AlarmsStackProps) {
    super(scope, id, props)
    const parts = namedParts(this)
    makeAlarms(this, parts, api, alarmEmail)
    makeDashboard(this, parts)
  }
}
