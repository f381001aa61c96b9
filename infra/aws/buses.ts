import { Duration } from 'aws-cdk-lib'
import { CfnEventBusPolicy, EventBus, Match } from 'aws-cdk-lib/aws-events'
import {
  AccountPrincipal,
  Effect,
  PolicyStatement,
  type PolicyStatementProps,
  StarPrincipal,
} from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { announcementBus, bus, type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'
import type { Functions } from './functions.ts'
import type { Stage } from './stage.ts'

/**
 * The bus for airline systems, with its archive. Other accounts are allowed by source. An unknown source is not rejected
 * here, because that would reject everything else in the same call.
 */
export function makeBus(scope: Construct, producers: Stage['producers']): EventBus {
  const eventBus = new EventBus(scope, 'Bus', { eventBusName: bus.name })
  eventBus.archive('Archive', {
    archiveName: bus.name,
    description: 'What airline systems put on the bus, for replays. Personal data: kept no longer than erasure allows.',
    eventPattern: { source: Match.prefix(bus.sourcePrefix) },
    retention: Duration.days(bus.archiveDays),
  })
  for (const [account, sources] of Object.entries(producers)) {
    state(scope, eventBus, {
      sid: `Account${account}`,
      effect: Effect.ALLOW,
      principals: [new AccountPrincipal(account)],
      // Without the second condition, a call without any source would match.
      conditions: { 'ForAllValues:StringEquals': { 'events:source': sources }, Null: { 'events:source': 'false' } },
    })
  }
  return eventBus
}

/** The bus for Wingback's announcements. No archive: announcements follow from what airline systems sent. */
export function makeAnnouncementBus(scope: Construct): EventBus {
  return new EventBus(scope, 'AnnouncementBus', { eventBusName: announcementBus.name })
}

/**
 * Other systems credit miles because of announcements, so nobody may put any but the functions that announce, whatever else
 * the account allows. A rule of another bus that forwards to this one has a role too, which is not one of these.
 */
export function guardAnnouncements(scope: Construct, eventBus: EventBus, lambdas: Functions): void {
  const announcing = (Object.keys(functions) as FunctionName[]).filter((name) => (functions[name] as Wiring).publishes)
  state(scope, eventBus, {
    sid: 'WingbackOnly',
    effect: Effect.DENY,
    principals: [new StarPrincipal()],
    conditions: { ArnNotEquals: { 'aws:PrincipalArn': announcing.map((name) => lambdas[name].role!.roleArn) } },
  })
}

/** A statement of a bus's policy on who may put events on it. */
function state(scope: Construct, bus: EventBus, about: PolicyStatementProps & { sid: string }): void {
  const { eventBusName, eventBusArn } = bus
  const statement = new PolicyStatement({ ...about, actions: ['events:PutEvents'], resources: [eventBusArn] })
  new CfnEventBusPolicy(scope, about.sid, {
    eventBusName,
    statementId: about.sid,
    statement: statement.toStatementJson(),
  })
}
