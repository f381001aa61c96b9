import { Annotations, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import type { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOrigin,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { CONSOLE_DOOR } from '../../shared/app/api/console-door.ts'
import { PICTURES } from '../../shared/domain/pictures/picture.ts'
import { MAIL_FRAME, mailFrameHeaders, pictureHeaders, securityHeaders } from '../console/headers.ts'
import { makeSignIn, type SignIn } from './console-sign-in.ts'
import { picturesBucketName } from './data-stack.ts'
import { operatorRoutes } from './rights.ts'
import type { Stage } from './stage.ts'

export interface ConsoleParts {
  api: HttpApi
  integration: HttpLambdaIntegration
  settings: ConsoleSettings
  /** The built files. */
  folder: string
}

type ConsoleSettings = NonNullable<Stage['console']>

/**
 * The console: files in a bucket that only CloudFront reads, and the API behind the same address, so that a browser talks to
 * nobody else but the issuer. Gives its address. A route has one authorizer: these have a prefix of their own, and ask for a scope of our own.
 */
export function makeConsole(scope: Construct, { api, integration, settings, folder }: ConsoleParts): string {
  const bucket = makeBucket(scope)
  const distribution = makeDistribution(scope, bucket, api, settings)
  const address = `https://${settings.domain?.name ?? distribution.distributionDomainName}/`
  const signIn = makeSignIn(scope, settings, address)
  makeConsoleRoutes(api, integration, signIn)
  new CfnOutput(scope, 'ConsoleUrl', { value: address, description: 'Where people open the console' })
  const { issuer, clientId, scope: asked } = signIn
  upload(scope, {
    bucket,
    distribution,
    folder,
    settings: { signIn: { kind: 'oidc', issuer, clientId, scope: asked } },
  })
  return address
}

function makeBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'ConsoleFiles', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    // Nothing in it that cannot be built again.
    removalPolicy: RemovalPolicy.DESTROY,
  })
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'Only CloudFront reads it, and it holds nothing but the files of the console',
  })
  return bucket
}

/** Puts the files into the bucket, and beside them how people sign in; what CloudFront still has of before is forgotten. */
function upload(
  scope: Construct,
  {
    bucket,
    distribution,
    folder,
    settings,
  }: { bucket: Bucket; distribution: Distribution; folder: string; settings: object },
): void {
  const deployment = new BucketDeployment(scope, 'ConsoleUpload', {
    destinationBucket: bucket as IBucket,
    distribution,
    distributionPaths: ['/index.html', '/console.json', MAIL_FRAME],
    sources: [Source.asset(folder), Source.jsonData('console.json', settings)],
    memoryLimit: 256,
  })
  acknowledgeUpload(deployment, bucket)
}

/** CDK brings its own function and role for this, with what they need while a deployment runs. */
function acknowledgeUpload(deployment: BucketDeployment, bucket: Bucket): void {
  const stack = Stack.of(deployment)
  const { account, region } = stack
  const reason = 'The function of CDK that copies the files, while a deployment runs and at no other time'
  const copies = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*']
  const logicalId = stack.getLogicalId(bucket.node.defaultChild as CfnBucket)
  const files = [`arn:aws:s3:::cdk-hnb659fds-assets-${account}-${region}/*`, `<${logicalId}.Arn>/*`, '*']
  const findings = [
    'L1',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...copies.map((action) => `IAM5[Action::${action}]`),
    ...files.map((resource) => `IAM5[Resource::${resource}]`),
  ]
  const copier = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))!
  for (const finding of findings) Validations.of(copier).acknowledge({ id: `AwsSolutions-${finding}`, reason })
}

/** Pages have no file of their own: the one page finds out by its address what to show. */
const PAGES = `function handler(event) {
  var request = event.request
  if (!request.uri.startsWith('/assets/') && !/\\.(json|svg)$/.test(request.uri)) request.uri = '/index.html'
  return request
}`

function makeDistribution(scope: Construct, bucket: Bucket, api: HttpApi, settings: ConsoleSettings): Distribution {
  const { region } = Stack.of(scope)
  const files = S3BucketOrigin.withOriginAccessControl(bucket as IBucket)
  const { 'content-security-policy': policy } = securityHeaders(issuersOf(settings, region))
  const distribution = new Distribution(scope, 'Console', {
    comment: 'The console of Wingback',
    httpVersion: HttpVersion.HTTP2_AND_3,
    ...(settings.domain && domainOf(scope, settings.domain)),
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: files,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: makeHeaders(scope, '', policy!, HeadersFrameOption.DENY),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(scope, 'ConsolePages', {
            code: FunctionCode.fromInline(PAGES),
            runtime: FunctionRuntime.JS_2_0,
            functionName: `wingback-console-${region}`,
          }),
        },
      ],
    },
    additionalBehaviors: {
      [MAIL_FRAME]: {
        origin: files,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: makeHeaders(
          scope,
          'Mail',
          mailFrameHeaders()['content-security-policy']!,
          HeadersFrameOption.SAMEORIGIN,
        ),
      },
      [`/${PICTURES}/*`]: {
        origin: picturesOrigin(scope),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: makeHeaders(
          scope,
          'Pictures',
          pictureHeaders()['content-security-policy']!,
          HeadersFrameOption.DENY,
        ),
      },
      [`${CONSOLE_DOOR}/v1/*`]: {
        origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${Stack.of(scope).urlSuffix}`),
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    },
  })
  const acknowledged = {
    'AwsSolutions-CFR1': 'People of an airline work from everywhere; a token lets them in, not their country',
    'AwsSolutions-CFR2': 'Every call is asked for a token by API Gateway, which limits the rate as well',
    'AwsSolutions-CFR3': 'API Gateway logs every call; what is read of the static files tells nothing',
    'AwsSolutions-CFR4':
      'With the certificate of CloudFront the minimum is its own; a domain of the airline brings 1.2',
  }
  for (const [id, reason] of Object.entries(acknowledged)) Validations.of(distribution).acknowledge({ id, reason })
  return distribution
}

/** The bucket is of the stack with the data, whose policy lets distributions of this account read it. */
function picturesOrigin(scope: Construct): IOrigin {
  const bucket = Bucket.fromBucketName(scope, 'PicturesBucket', picturesBucketName(Stack.of(scope)))
  const origin = S3BucketOrigin.withOriginAccessControl(bucket)
  Annotations.of(scope).acknowledgeWarning(
    '@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
    'The stack with the data sets it',
  )
  return origin
}

/** An address of the airline's own, over TLS 1.2 at least. */
function domainOf(scope: Construct, { name, certificateArn }: NonNullable<ConsoleSettings['domain']>) {
  return {
    domainNames: [name],
    certificate: Certificate.fromCertificateArn(scope, 'ConsoleCertificate', certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  }
}

/** The headers that the local server sends too, and that the address is asked over TLS alone. */
function makeHeaders(
  scope: Construct,
  of: '' | 'Mail' | 'Pictures',
  policy: string,
  frameOption: HeadersFrameOption,
): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, `Console${of}Headers`, {
    responseHeadersPolicyName: `wingback-console${of && `-${of.toLowerCase()}`}-${Stack.of(scope).region}`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
  })
}

/** Where a browser asks for the issuer's keys and for a token. */
function issuersOf(settings: ConsoleSettings, region: string): string[] {
  if (settings.issuer) return [new URL(settings.issuer).origin]
  return [
    `https://cognito-idp.${region}.amazonaws.com`,
    `https://${settings.signInDomain}.auth.${region}.amazoncognito.com`,
  ]
}

function makeConsoleRoutes(
  api: HttpApi,
  integration: HttpLambdaIntegration,
  { issuer, clientId, scope }: SignIn,
): void {
  const authorizer = new HttpJwtAuthorizer('ConsoleAuthorizer', issuer, { jwtAudience: [clientId] })
  // One for each method: here the API alone asks for rights, and a stack has 500 resources at most.
  api.addRoutes({
    path: `${CONSOLE_DOOR}/v1/{path+}`,
    methods: [...new Set(operatorRoutes().map(({ method }) => method))],
    integration,
    authorizer,
    // Its own, the last of what is asked for: `openid` and the like are in every token of the issuer.
    authorizationScopes: [scope.split(' ').at(-1)!],
  })
}
