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
import type { Construct } from 'constructs'
import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'
import type { Functions } from './functions.ts'
import { makePolicies, operatorRoutes } from './rights.ts'
import type { Stage } from './stage.ts'

/**
 * Pages are shown on GET; what changes something is done on POST only, because mail scanners follow every link. Some
 * ask with HEAD whether a link leads anywhere: API Gateway takes that for a method of its own.
 */
const PUBLIC_METHODS = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST]

/** The API without its routes, and the address that links in mails begin with. */
export function makeApi(scope: Construct, links: Stage['links']): { api: HttpApi; linkBaseUrl: string } {
  const api = new HttpApi(scope, 'Api', { apiName: 'wingback', createDefaultStage: false })
  const stage = new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 200, burstLimit: 400 },
    accessLogSettings: { destination: new LogGroupLogDestination(accessLog(scope)), format: accessFormat() },
  })
  new CfnOutput(scope, 'ApiUrl', { value: api.apiEndpoint, description: 'WINGBACK_URL of the wingback command' })
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

/** The routes of the functions that HTTP wakes. */
export function makeRoutes(scope: Construct, api: HttpApi, lambdas: Functions): void {
  for (const name of Object.keys(functions) as FunctionName[]) {
    const { on }: Wiring = functions[name]
    const integration = new HttpLambdaIntegration(`Integration-${name}`, lambdas[name], {
      scopePermissionToRoute: false,
    })
    if ('http' in on) for (const path of on.http) makePublic(api, path, integration)
    if ('api' in on) {
      for (const { method, path } of operatorRoutes()) {
        api.addRoutes({ path, methods: [method], integration, authorizer: new HttpIamAuthorizer() })
      }
      makePolicies(scope, api)
    }
  }
}

function makePublic(api: HttpApi, path: string, integration: HttpLambdaIntegration): void {
  const authorizer = new HttpNoneAuthorizer()
  for (const route of api.addRoutes({ path, methods: PUBLIC_METHODS, integration, authorizer })) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Reached from a mail, by people without an account: the signed token in the path is what authorises',
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

/** The route, not the path: a path holds the token of a link. No addresses of people either. */
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
