import { type App, Tags, Validations } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks } from 'cdk-nag'
import { AlarmsStack } from './alarms-stack.ts'
import { DataStack } from './data-stack.ts'
import { PipelineStack } from './pipeline-stack.ts'
import type { Stage } from './stage.ts'

/**
 * Wingback in one account and region: one stack with the data, one that works on it, one that watches both. Synthesis fails if
 * cdk-nag finds something that is not acknowledged beside its construct.
 */
export function makeWingback(app: App, stage: Stage, codeOf: (file: string) => Code, consoleFolder?: string) {
  const env = { account: stage.account, region: stage.region }
  const data = new DataStack(app, 'wingback-data', {
    env,
    producers: stage.producers,
    description: 'Wingback: members, buses and archive',
    terminationProtection: true,
  })
  const pipeline = new PipelineStack(app, 'wingback-pipeline', {
    env,
    description: 'Wingback: queues, functions, links, console',
    stage,
    data,
    codeOf,
    consoleFolder,
  })
  const alarms = new AlarmsStack(app, 'wingback-alarms', {
    env,
    description: 'Wingback: alarms and dashboard',
    api: pipeline.api,
    alarmEmail: stage.alarmEmail,
  })
  // It names the logs of functions, which have to be there.
  alarms.addStackDependency(pipeline)
  Tags.of(app).add('wingback:stage', stage.name)
  // cdk-nag reads properties of bus policies that CDK has deprecated, and that ours do not have.
  process.env.JSII_DEPRECATED ??= 'quiet'
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { data, pipeline, alarms }
}
