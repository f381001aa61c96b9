import { CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  ApiMapping,
  type CfnApi,
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
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'
import type { Functions } from './functions.ts'
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

/** The routes of the functions that HTTP wakes; who may call those that ask for IAM. */
export function makeRoutes(scope: Construct, api: HttpApi, lambdas: Functions): void {
  for (const name of Object.keys(functions) as FunctionName[]) {
    const { on }: Wiring = functions[name]
    if (!('http' in on)) continue
    const integration = new HttpLambdaIntegration(`Integration-${name}`, lambdas[name])
    for (const path of on.http) {
      const isPublic = on.access === 'public'
      const routes = api.addRoutes({
        path,
        methods: isPublic ? PUBLIC_METHODS : [HttpMethod.ANY],
        integration,
        authorizer: isPublic ? new HttpNoneAuthorizer() : new HttpIamAuthorizer(),
      })
      if (!isPublic) makeOperatorPolicy(scope, api, path)
      for (const route of isPublic ? routes : []) {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'Reached from a mail, by people without an account: the signed token in the path is what authorises',
        })
      }
    }
  }
}

/** To be attached to the roles of those who use the wingback command. */
function makeOperatorPolicy(scope: Construct, api: HttpApi, path: string): void {
  const resource = api.arnForExecuteApi('*', path.replace('{proxy+}', '*'), '*')
  const policy = new ManagedPolicy(scope, 'OperatorPolicy', {
    description: 'May use the wingback command against this account',
    statements: [new PolicyStatement({ actions: ['execute-api:Invoke'], resources: [resource] })],
  })
  Validations.of(policy).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${findingOf(resource, api)}]`,
    reason: "Every path below /v1 of this one API: they are all the operators' own",
  })
  new CfnOutput(scope, 'OperatorPolicyArn', { value: policy.managedPolicyArn })
}

/** A resource as cdk-nag names it in its findings: with `<logical id>` where the API's id will stand. */
function findingOf(resource: string, api: HttpApi): string {
  const logicalId = Stack.of(api).getLogicalId(api.node.defaultChild as CfnApi)
  return resource.replace(api.apiId, `<${logicalId}>`)
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
