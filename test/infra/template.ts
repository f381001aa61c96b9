import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { stageOf } from '../../infra/aws/stage.ts'
import { makeWingback } from '../../infra/aws/wingback.ts'

/** Stands for the built console: only that it is uploaded is looked at. */
const CONSOLE_FOLDER = fileURLToPath(new URL('../../console/public', import.meta.url))

/** JSON as CloudFormation has it: its shape is what the tests are about. */
type Json = ReturnType<Template['toJSON']>

/** A resource's properties, with its logical id. */
export type Resource = Json & { id: string }

export const STAGE = {
  name: 'test',
  account: '111122223333',
  region: 'eu-west-1',
  mailIdentity: 'mail.example.com',
}

/**
 * Synthesises with the context of cdk.json, as `cdk synth` does, but without bundles. CloudFormation's own rules take most
 * of the time: they are held where a test asks for it, against a stage without anything more and one with everything.
 */
export function synthesise(
  settings: Record<string, unknown> = {},
  { holdsRules = false } = {},
): { app: App; templates: Templates } {
  const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'))
  const app = new App({ context, builtinCloudFormationValidation: holdsRules })
  const code = Code.fromInline('exports.handler = () => {}')
  const stacks = makeWingback(app, stageOf({ ...STAGE, ...settings }), () => code, CONSOLE_FOLDER)
  return { app, templates: new Templates(Object.values(stacks).map((stack) => Template.fromStack(stack).toJSON())) }
}

/** Policies of a resource's own. */
type Policies = 'AWS::SQS::QueuePolicy' | 'AWS::SNS::TopicPolicy' | 'AWS::S3::BucketPolicy'

/** All stacks as one; what one exports and the other imports is followed. */
export class Templates {
  readonly text: string
  /** How many resources each stack has. */
  readonly sizes: readonly number[]
  readonly #resources: Json
  readonly #exports: Map<string, unknown>

  constructor(stacks: readonly Json[]) {
    this.text = JSON.stringify(stacks)
    this.sizes = stacks.map(({ Resources }) => Object.keys(Resources).length)
    this.#resources = Object.assign({}, ...stacks.map(({ Resources }) => Resources))
    const outputs = stacks.flatMap(({ Outputs = {} }) => Object.values<Json>(Outputs))
    this.#exports = new Map(outputs.flatMap(({ Export, Value }) => (Export ? [[Export.Name, Value]] : [])))
  }

  all(type: string): Resource[] {
    return Object.entries<Json>(this.#resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ ...resource.Properties, id }))
  }

  /** The only one of its type, or of those whose property has this value. */
  one(type: string, property?: string, value?: unknown): Resource {
    const found = this.all(type).filter((resource) => property === undefined || resource[property] === value)
    if (found.length !== 1) throw new Error(`${found.length} of ${type} have ${property} = ${value}`)
    return found[0]!
  }

  /** Whether a resource stays when its stack goes: `Retain` or `Delete`. */
  deletionPolicyOf(id: string): string {
    return this.#resources[id].DeletionPolicy
  }

  /** What is made before a resource. */
  dependenciesOf(id: string): string[] {
    return this.#resources[id].DependsOn ?? []
  }

  /** A value as one text: `<Id>` for a reference, `<Id.Attribute>` for an attribute. */
  flat(value: unknown): string {
    if (typeof value !== 'object' || value === null) return String(value)
    const json = value as Json
    if ('Ref' in json) return `<${json.Ref}>`
    if ('Fn::GetAtt' in json) return `<${json['Fn::GetAtt'].join('.')}>`
    if ('Fn::ImportValue' in json) return this.flat(this.#exports.get(json['Fn::ImportValue']))
    if ('Fn::Join' in json) return json['Fn::Join'][1].map((part: unknown) => this.flat(part)).join('')
    throw new Error(`cannot read ${JSON.stringify(value)}`)
  }

  /** What a role's policies say, one text an action and resource: `sqs:SendMessage <Queueevents.Arn>`, with its condition. */
  grantsOf(role: string): string[] {
    return this.all('AWS::IAM::Policy')
      .filter((policy) => policy.Roles.some((each: unknown) => this.flat(each) === `<${role}>`))
      .flatMap((policy) => policy.PolicyDocument.Statement)
      .flatMap(({ Effect, Condition, Action, Resource }: Json) => {
        if (Effect !== 'Allow') throw new Error('a statement this test cannot read')
        const resources = [Resource].flat().map((resource) => this.flat(resource))
        const where = Condition ? ` where ${JSON.stringify(Condition)}` : ''
        return [Action].flat().flatMap((action) => resources.map((resource) => `${action} ${resource}${where}`))
      })
      .sort()
  }

  /** Which services a resource's own policy lets do what: `sns.amazonaws.com sqs:SendMessage`. */
  allowed(type: Policies, id: string): string[] {
    return this.statements(type, id)
      .filter(({ Effect, Condition }) => Effect === 'Allow' && Condition !== undefined)
      .flatMap(({ Principal, Action }) => [Action].flat().map((action) => `${Principal.Service} ${action}`))
  }

  statements(type: Policies, id: string): Json[] {
    return this.all(type)
      .filter(({ Queues, Topics, Bucket }) =>
        (Queues ?? Topics ?? [Bucket]).some((each: unknown) => this.flat(each) === `<${id}>`),
      )
      .flatMap((policy) => policy.PolicyDocument.Statement)
  }
}
