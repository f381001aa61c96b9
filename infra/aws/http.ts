import { CfnOutput, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'
import { type ConsoleParts, makeConsole } from './console.ts'
import type { Functions } from './functions.ts'
import { makePolicies, operatorRoutes } from './rights.ts'
import type { Stage } from './stage.ts'

/**
 * Pages are shown on GET; changes happen on POST only, because mail scanners follow every link. Some check a link with HEAD,
 * which API Gateway treats as a method of its own.
 */
const PUBLIC_METHODS = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST]

/** The API without its routes, and the base URL of links in emails. */
export function makeApi(
  scope: Construct,
  { links, senders }: Pick<Stage, 'links' | 'senders'>,
): { api: HttpApi; linkBaseUrl: string } {
  const api = new HttpApi(scope, 'Api', { apiName: 'wingback', createDefaultStage: false })
  const stage = new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 200, burstLimit: 400 },
    accessLogSettings: { destination: new LogGroupLogDestination(accessLog(scope)), format: accessFormat() },
  })
  new CfnOutput(scope, 'ApiUrl', { value: api.apiEndpoint, description: 'WINGBACK_URL of the wingback command' })
  if (senders) makeSenderDomain(scope, { api, stage }, senders)
  if (!links) return { api, linkBaseUrl: api.apiEndpoint }

  const certificate = Certificate.fromCertificateArn(scope, 'LinkCertificate', links.certificateArn)
  const domainName = new DomainName(scope, 'LinkDomain', { domainName: links.domain, certificate })
  new ApiMapping(scope, 'LinkMapping', { api, domainName, stage })
  new CfnOutput(scope, 'LinkDomainTarget', {
    value: domainName.regionalDomainName,
    description: `What a CNAME record of ${links.domain} has to point at`,
  })
  return { api, linkBaseUrl: `https://${links.domain}` }
}

/**
 * A domain that is only reached with a certificate that one in the truststore has signed. Whose it is goes to the function with the
 * request, where nobody can put it but API Gateway. The API's own address stays, for operators and for those who sign.
 */
function makeSenderDomain(
  scope: Construct,
  { api, stage }: { api: HttpApi; stage: HttpStage },
  { domain, certificateArn, truststore }: NonNullable<Stage['senders']>,
): void {
  const [, bucketName = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(truststore) ?? []
  const domainName = new DomainName(scope, 'SenderDomain', {
    domainName: domain,
    certificate: Certificate.fromCertificateArn(scope, 'SenderCertificate', certificateArn),
    mtls: { bucket: Bucket.fromBucketName(scope, 'Truststore', bucketName), key },
  })
  new ApiMapping(scope, 'SenderMapping', { api, domainName, stage })
  new CfnOutput(scope, 'SenderDomainTarget', {
    value: domainName.regionalDomainName,
    description: `What a CNAME record of ${domain} has to point at`,
  })
}

/** The routes of the functions with an HTTP trigger. Gives where the console's pages are, if it has one. */
export function makeRoutes(
  scope: Construct,
  api: HttpApi,
  lambdas: Functions,
  console?: Pick<ConsoleParts, 'settings' | 'folder'>,
): string | undefined {
  let pages: string | undefined
  for (const name of Object.keys(functions) as FunctionName[]) {
    const { on }: Wiring = functions[name]
    const integration = new HttpLambdaIntegration(`Integration-${name}`, lambdas[name], {
      scopePermissionToRoute: false,
    })
    if ('http' in on) for (const path of on.http) makePublic(api, path, PUBLIC_METHODS, integration)
    if ('post' in on) for (const path of on.post) makePublic(api, path, [HttpMethod.POST], integration)
    if ('api' in on) {
      for (const { method, path } of operatorRoutes()) {
        api.addRoutes({ path, methods: [method], integration, authorizer: new HttpIamAuthorizer() })
      }
      makePolicies(scope, api)
      if (console) pages = makeConsole(scope, { api, integration, ...console })
    }
  }
  return pages
}

function makePublic(api: HttpApi, path: string, methods: HttpMethod[], integration: HttpLambdaIntegration): void {
  const authorizer = new HttpNoneAuthorizer()
  for (const route of api.addRoutes({ path, methods, integration, authorizer })) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Reached from a mail, or by another system, without an account: a signature in the path or of the body is what authorises',
    })
  }
}

function accessLog(scope: Construct): LogGroup {
  return new LogGroup(scope, 'Log-http', {
    logGroupName: '/wingback/http',
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  })
}

/** The route, not the path, because a path contains a link's token. No IP addresses either. */
function accessFormat(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify({
      at: '$context.requestTime',
      requestId: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
      bytes: '$context.responseLength',
      milliseconds: '$context.responseLatency',
      error: '$context.error.message',
    }),
  )
}
