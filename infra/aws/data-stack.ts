import { RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { table } from '../../shared/pipeline.ts'
import { makeAnnouncementBus, makeBus } from './buses.ts'
import type { Stage } from './stage.ts'

/** It stays when the stack goes, but not where the deployment that made it fails: its name would be taken for the next. */
const KEPT = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE

export type DataStackProps = StackProps & Pick<Stage, 'producers'>

/** What must outlive every deployment: the members, the buses with the archive, the keys of links and of hashes. */
export class DataStack extends Stack {
  readonly table: TableV2
  readonly bus: EventBus
  readonly announcements: EventBus
  readonly linkKey: Secret
  readonly hashKey: Secret

  constructor(scope: Construct, id: string, { producers, ...props }: DataStackProps) {
    super(scope, id, props)
    this.table = makeTable(this)
    this.bus = makeBus(this, producers)
    this.announcements = makeAnnouncementBus(this)
    this.linkKey = makeKey(this, 'LinkKey', {
      secretName: 'wingback/link-key',
      description: 'Signs the links in mails',
      notRotated: 'Links in mails already sent must go on working: a new key is put before the old one by hand',
    })
    this.hashKey = makeKey(this, 'HashKey', {
      secretName: 'wingback/hash-key',
      description:
        'Hashes cards in the ledger and addresses. Never change it: what was paid would not be found any more',
      notRotated: 'What is stored under its hashes would not be found any more, and one cause could be paid twice',
    })
    // Last: it is protected from being deleted, also by a first deployment that fails and takes back what it made.
    this.table.node.addDependency(this.bus, this.announcements, this.linkKey, this.hashKey)
  }
}

function makeTable(scope: Construct): TableV2 {
  return new TableV2(scope, 'Table', {
    tableName: table.name,
    partitionKey: { name: table.partitionKey, type: AttributeType.STRING },
    sortKey: { name: table.sortKey, type: AttributeType.STRING },
    globalSecondaryIndexes: [
      {
        indexName: table.wakeIndex.name,
        partitionKey: { name: table.wakeIndex.partitionKey, type: AttributeType.STRING },
        sortKey: { name: table.wakeIndex.sortKey, type: AttributeType.NUMBER },
        projectionType: ProjectionType.KEYS_ONLY,
      },
    ],
    timeToLiveAttribute: table.ttl,
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: KEPT,
  })
}

/** Made in the account: the template only asks for it. A key of links is a line, the first one signs (shared/lambda/links). */
function makeKey(
  scope: Construct,
  id: string,
  { notRotated, ...what }: { secretName: string; description: string; notRotated: string },
): Secret {
  const secret = new Secret(scope, id, {
    ...what,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: KEPT,
  })
  Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: notRotated })
  return secret
}
