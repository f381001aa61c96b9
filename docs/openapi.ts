import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-api'
import * as z from 'zod'
import type { Route } from '../shared/app/api/http.ts'
import { type Bound, lists } from '../shared/app/api/lists.ts'
import { PAGE_AT_MOST } from '../shared/app/api/page.ts'
import { type Need, needs, RIGHTS, type RouteName } from '../shared/app/api/rights.ts'
import { routes } from '../shared/app/api/routes.ts'
import { RULEBOOK_AT_MOST } from '../shared/domain/rulebook/size.ts'
import { type Schema, schemasOf } from './schema-of-type.ts'

/** The operators' API as OpenAPI 3.1: routes and rights from their table, input from its schemas, answers from the types of the code. */
export function openApi(): object {
  const { answers, named } = answersOf()
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, route] of Object.entries(routes as Record<RouteName, Route>) as [RouteName, Route][]) {
    const [method = '', path = ''] = name.split(' ')
    paths[path] ??= {}
    paths[path][method.toLowerCase()] = operationOf(name, route, answers[name]!)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wingback: the operators’ API',
      version: versionOf(),
      description:
        'What the command and the console call. Generated from the code by `npm run docs`. In AWS calls are signed for IAM (the console’s carry a token under `/console`); locally nothing is.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:4700', description: '`npm start`' }],
    security: [{ iam: [] }],
    tags: Object.entries({ ...RIGHTS, local: 'Only on one machine' }).map(([tag, description]) => ({
      name: tag,
      description,
    })),
    paths,
    components: {
      securitySchemes: {
        iam: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: 'AWS Signature Version 4, `execute-api`',
        },
      },
      schemas: { Refusal: REFUSAL, ...named },
    },
  }
}

const REFUSAL: Schema = {
  type: 'object',
  description:
    'What was wrong, in the language of `Accept-Language`, and where known what to do. The code never changes.',
  properties: {
    error: {
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' }, hint: { type: 'string' } },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
}

function operationOf(name: RouteName, route: Route, answer: Schema): object {
  const [method = '', path = ''] = name.split(' ')
  const { right, decides }: Need = needs[name]
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param!)
  const {
    $schema: _,
    properties = {},
    required = [],
    ...more
  } = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' })
  const others = Object.entries(properties).filter(([param]) => !inPath.includes(param))
  const parameter = (param: string, place: 'path' | 'query', schema: unknown) => ({
    name: param,
    in: place,
    required: place === 'path' || required.includes(param),
    schema,
  })
  // A bundle is the whole body: what else there is to say is in the query.
  const takesBundle = route.bodyAtMost === RULEBOOK_AT_MOST.packedBytes
  const hasBody = method === 'POST' || method === 'PUT'
  const inBody = hasBody && !takesBundle
  return {
    operationId: operationIdOf(name),
    summary: `${words(operationIdOf(name))}`,
    description: [
      right === 'local' ? 'Only on one machine.' : `Needs the right \`${right}\`.`,
      ...(decides ? ['Whoever calls decides, and must be a person.'] : []),
      ...Object.entries(boundsOf(name)).map(([field, bound]) => `\`${field}\`: ${boundText(bound)}.`),
    ].join(' '),
    tags: [right],
    parameters: [
      ...inPath.map((param) => parameter(param, 'path', properties[param] ?? { type: 'string' })),
      ...(inBody ? [] : others.map(([param, schema]) => parameter(param, 'query', schema))),
    ],
    ...(hasBody && {
      requestBody: {
        content: takesBundle
          ? { 'application/gzip': { schema: { type: 'string', format: 'binary' } } }
          : {
              'application/json': {
                schema: {
                  ...more,
                  type: 'object',
                  properties: Object.fromEntries(others),
                  required: required.filter((param) => !inPath.includes(param)),
                },
              },
            },
      },
    }),
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: bounded(answer, boundsOf(name)) } } },
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  }
}

function boundsOf(name: RouteName): Record<string, Bound> {
  return (lists as Partial<Record<RouteName, Record<string, Bound>>>)[name] ?? {}
}

function boundText(bound: Bound): string {
  if ('index' in bound) return `at most ${PAGE_AT_MOST} a page, from the index of ${bound.index}`
  return 'ofOneMember' in bound ? `of one member: ${bound.ofOneMember}` : `at most ${bound.atMost}: ${bound.why}`
}

/** Each list of an answer with how long it is at most. */
function bounded(answer: Schema, bounds: Record<string, Bound>): Schema {
  const properties = { ...(answer.properties as Record<string, Schema>) }
  for (const [field, bound] of Object.entries(bounds)) {
    const maxItems = 'index' in bound ? PAGE_AT_MOST : 'atMost' in bound ? bound.atMost : undefined
    if (properties[field] && maxItems) properties[field] = { ...properties[field], maxItems }
  }
  return { ...answer, ...(answer.properties !== undefined && { properties }) }
}

/** `GET /v1/campaigns/{campaign}/journey` is `getCampaignsByCampaignJourney`. */
function operationIdOf(name: RouteName): string {
  const [method = '', path = ''] = name.split(' ')
  const parts = path
    .split('/')
    .slice(2)
    .map((part) => (part.startsWith('{') ? `by-${part.slice(1, -1)}` : part))
  return [method.toLowerCase(), ...parts].join('-').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function words(operation: string): string {
  return operation.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
}

function versionOf(): string {
  return (
    JSON.parse(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')) as { version: string }
  ).version
}

/** What each route answers, read off the type of its function by the compiler. */
function answersOf(): { answers: Record<string, Schema>; named: Record<string, Schema> } {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const file = `${root}shared/app/api/routes.ts`
  const read = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root)
  const program = ts.createProgram([file], options)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)!
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)
  const table = checker.getTypeOfSymbol(exported.find(({ name }) => name === 'routes')!)
  const { schemaOf, named } = schemasOf(checker)
  const answers = checker.getPropertiesOfType(table).map((route) => {
    const types = checker.getTypeOfSymbol(checker.getTypeOfSymbol(route).getProperty('types')!)
    const answer = checker.getNonNullableType(types).getProperty('answer')!
    return [route.name, schemaOf(checker.getTypeOfSymbol(answer))] as const
  })
  return { answers: Object.fromEntries(answers), named }
}
