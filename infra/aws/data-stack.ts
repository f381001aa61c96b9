import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { PICTURES } from '../../shared/domain/pictures/picture.ts'
import { rawStore, table } from '../../shared/pipeline.ts'
import { makeAnnouncementBus, makeBus } from './buses.ts'
import type { Stage } from './stage.ts'

/**
 * Retained when the stack is deleted, but not if the deployment that created it fails: its name would be taken at the next
 * attempt.
 */
const KEPT = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE

export type DataStackProps = StackProps & Pick<Stage, 'producers'>

/** Everything that must outlive deployments: the members, the buses with the archive, the keys of links and of hashes. */
export class DataStack extends Stack {
  readonly table: TableV2
  readonly bus: EventBus
  readonly announcements: EventBus
  readonly linkKey: Secret
  readonly hashKey: Secret
  /** Messages of other systems, as they arrived. */
  readonly raw: Bucket
  /** Pictures of emails, which anybody may see. */
  readonly pictures: Bucket
  readonly connectorKeys: Secret
  readonly helpDesk: Secret

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
    this.raw = makeRawStore(this)
    this.pictures = makePictures(this)
    this.connectorKeys = makeKey(this, 'ConnectorKeys', {
      secretName: 'wingback/connector-keys',
      description: 'By which other systems sign the messages they send',
      notRotated: 'It is changed with whoever signs by it: a second key is added by hand, and the first one taken away',
    })
    this.helpDesk = makeKey(this, 'HelpDesk', {
      secretName: 'wingback/help-desk',
      description: 'The address of the help desk, and the login by which tasks are noted on its tickets',
      notRotated: 'It is made in the help desk and copied here by hand',
    })
    // Last, because it is protected against deletion, even when a failed first deployment rolls back.
    this.table.node.addDependency(
      this.bus,
      this.announcements,
      this.linkKey,
      this.hashKey,
      this.raw,
      this.pictures,
      this.connectorKeys,
      this.helpDesk,
    )
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

/** Bucket names are global, so this one contains the account and region. */
export function rawBucketName({ account, region }: Stack): string {
  return `${rawStore.bucket}-${account}-${region}`
}

/**
 * Private, encrypted, and deleted after its retention period, because it contains people without a card. EventBridge is
 * notified of each object.
 */
function makeRawStore(scope: Stack): Bucket {
  const bucket = new Bucket(scope, 'Raw', {
    bucketName: rawBucketName(scope),
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    lifecycleRules: [
      { expiration: Duration.days(rawStore.keptDays), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: KEPT,
  })
  // The library would add a function of its own to set this.
  const own = bucket.node.defaultChild as CfnBucket
  own.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Who puts what there is in CloudTrail where the account asks for data events; a log of its own would need a bucket that has none',
  })
  return bucket
}

/** The name of the bucket of pictures, one an account and region. */
export function picturesBucketName(scope: Stack): string {
  return `wingback-pictures-${scope.account}-${scope.region}`
}

/**
 * Pictures of emails: what was sent shows them for as long as it is kept, so that nothing in it expires. A distribution of this account
 * reads it, which is another stack's and comes later; nobody else does.
 */
function makePictures(scope: Stack): Bucket {
  const bucket = new Bucket(scope, 'Pictures', {
    bucketName: picturesBucketName(scope),
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    removalPolicy: KEPT,
  })
  const distributions = scope.formatArn({
    service: 'cloudfront',
    region: '',
    resource: 'distribution',
    resourceName: '*',
  })
  bucket.addToResourcePolicy(
    new PolicyStatement({
      actions: ['s3:GetObject'],
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      resources: [bucket.arnForObjects(`${PICTURES}/*`)],
      conditions: { StringLike: { 'AWS:SourceArn': distributions } },
    }),
  )
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'What is in it is shown to anybody, and who put it there is in the table',
  })
  return bucket
}

/**
 * Generated in the account: the template only asks for it. Each line of a link key's secret is a key; the first one signs
 * (shared/lambda/links).
 */
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
