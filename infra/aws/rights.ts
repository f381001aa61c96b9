import { Stack, Validations } from 'aws-cdk-lib'
import { type CfnApi, type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { needs, RIGHTS, type Right, type RouteName } from '../../shared/app/api/rights.ts'

/** The name, not `*`: that would also match a slash, and with it other methods and paths. */
const STAGE = '$default'

interface OperatorRoute {
  method: HttpMethod
  path: string
  right: Right
}

/** The routes of the operators' API in AWS. */
export function operatorRoutes(): OperatorRoute[] {
  return (Object.keys(needs) as RouteName[]).flatMap((name) => {
    const { right } = needs[name]
    const [method, path] = name.split(' ') as [keyof typeof HttpMethod, string]
    return right === 'local' ? [] : [{ method: HttpMethod[method], path, right }]
  })
}

/**
 * A policy for each right, to be attached to the roles of those who have it: anything no policy names is denied. Their names
 * are fixed before a deployment, because permission sets refer to names; they contain the region, because IAM is global.
 */
export function makePolicies(scope: Construct, api: HttpApi): void {
  for (const right of Object.keys(RIGHTS) as Right[]) {
    const resources = operatorRoutes()
      .filter((route) => route.right === right)
      .map(({ method, path }) => api.arnForExecuteApi(method, path.replaceAll(/\{\w+\}/g, '*'), STAGE))
    const policy = new ManagedPolicy(scope, `Policy-${right}`, {
      managedPolicyName: policyNameOf(right, Stack.of(scope).region),
      description: RIGHTS[right],
      statements: [new PolicyStatement({ actions: ['execute-api:Invoke'], resources })],
    })
    for (const resource of resources) {
      Validations.of(policy).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${findingOf(resource, api)}]`,
        reason: 'What stands for the names in the paths of this one API',
      })
    }
  }
}

/** `wingback-eu-west-1-personal-data`. */
function policyNameOf(right: Right, region: string): string {
  return `wingback-${region}-${right.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** A resource as cdk-nag names it in its findings: with `<logical id>` in place of the API's id. */
function findingOf(resource: string, api: HttpApi): string {
  const logicalId = Stack.of(api).getLogicalId(api.node.defaultChild as CfnApi)
  return resource.replace(api.apiId, `<${logicalId}>`)
}
