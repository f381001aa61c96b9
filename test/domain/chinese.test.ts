import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript-api'
import { describe, expect, test } from 'vitest'
import { makeProgram } from '../../cli/program.ts'
import { commandReference } from '../../cli/reference.ts'
import { isMapping } from '../../shared/domain/cursor.ts'
import { rulebookSchema } from '../../shared/domain/rulebook/json-schema.ts'
import { editingTextsIn } from '../../shared/domain/texts/editing.ts'

/** What a reader of Chinese sees is Chinese: no English word stands where it could have been said. */

const inHan = /\p{Script=Han}/u

/** What people write or type as it is: options, names of files, fields and commands, and names of products and methods. */
const NAMES = [
  /`[^`]*`/g,
  /“[^”]*”/g,
  /"[^"]*"/gs,
  /--?[a-z][\w-]*/g,
  /<[^>]*>/g,
  /\{[^}]*\}/g,
  /\$ npx .*/g,
  /https?:[^\s）]*/g,
  /[\w./*-]*[./_][\w./*-]*/g,
  /[A-Za-z]+[A-Z]\w*|[A-Z][A-Z]\w*|\w*\d\w*/g,
  /\b[a-zA-Z]\b/g,
]
/** Ids of the examples, formats, columns and names for which Chinese has no other word. */
const SAID_SO =
  /\b(Wingback|Excel|npx|wingback|gzip|en|zh-CN|all|live|pending|open|taken|closed|phone|arm|went-quiet|connectors|schema|csv|Pareto|Gamma-Gamma|Spearman|leave-out|id|zbar|trips|accepted|category|text|models|CLI|Web|facts|Late|flight|delay|fit|tier|Ctrl|name@example)\b/g

function englishIn(text: string): string[] {
  const rest = [SAID_SO, ...NAMES].reduce((left, each) => left.replace(each, ' '), text)
  return rest.match(/[A-Za-z][a-z'’-]+/g) ?? []
}

/** Sentences of which the English is the key. */
const ENGLISH_KEYS = /elsewhere\.ts$/

test('an English word is found', () => {
  expect(englishIn('原因 by hand，活动 `we-miss-you`，docs/results.md')).toEqual(['by', 'hand'])
})

describe('the help of every command', () => {
  const sections = commandReference('zh-CN').split(/^## /m).slice(1)

  test('there are as many as there are commands', () => {
    expect(sections.length).toBeGreaterThan(40)
  })

  test.each(sections.map((text) => [text.split('\n', 1)[0]!, text] as const))('%s', (name, text) => {
    // Examples and choices are to be typed as they are.
    const [before = ''] = text.replaceAll(/```(text)?|可选值：[^；）]*/g, '').split('\n示例：')
    const lines = before.split('\n').slice(1)
    const said = lines.map((line) => line.replace(/^ {2}[a-z-]+(?= |$)/, '').replace(`wingback ${name}`, ''))
    expect(said.flatMap((line) => englishIn(line.replace(name, '').replace(/^用法：.*?(?=\[|<|$)/, '')))).toEqual([])
  })

  test('what stands for a value has a Chinese word', () => {
    const flags: string[] = []
    const walk = (command: ReturnType<typeof makeProgram>): void => {
      flags.push(
        ...command.options.map((each) => each.flags),
        ...command.registeredArguments.map((each) => each.name()),
      )
      for (const inner of command.commands) walk(inner as typeof command)
    }
    walk(makeProgram('zh-CN'))
    const values = flags.flatMap((each) =>
      /^-/.test(each) ? [...each.matchAll(/[<[](.+?)[>\]]/g)].map(([, of]) => of!) : each,
    )
    expect(values.filter((each) => !inHan.test(each))).toEqual([])
  })
})

describe('the catalogue of texts', () => {
  const files = globSync('shared/domain/texts/zh-CN/**/*.ts')

  test('there is one', () => {
    expect(files.length).toBeGreaterThan(60)
  })

  test.each(files.filter((file) => !ENGLISH_KEYS.test(file)))('%s is in Chinese', (file) => {
    expect(textsOf(file).filter((text) => !inHan.test(text) && englishIn(text).length > 0)).toEqual([])
  })
})

describe('what the form says of a key', () => {
  const { about } = editingTextsIn('zh-CN').fields
  const schemas = rulebookSchema()
  const kinds = ['wingback', 'budgets', 'targets', 'audience', 'campaign'] as const

  test.each(kinds.flatMap((kind) => descriptionsIn(schemas[kind]).map((text) => [kind, text] as const)))(
    '%s: %s',
    (_, text) => {
      expect(about(text)).toMatch(inHan)
    },
  )
})

/** Those of conditions are edited as sentences of their own. */
function descriptionsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(descriptionsIn)
  if (!isMapping(schema)) return []
  const own = typeof schema.description === 'string' ? [schema.description] : []
  return [
    ...own,
    ...Object.entries(schema).flatMap(([key, inner]) =>
      key === 'definitions' || key === '$defs' ? [] : descriptionsIn(inner),
    ),
  ]
}

/** What a file says: its literals, but for keys, types and what is compared. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isCompared(node)) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text)
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('中'))
    if (ts.isPropertyAssignment(node)) visit(node.initializer)
    else node.forEachChild(visit)
  }
  visit(source)
  return found
}

const COMPARES = new Set([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken])

/** A code that is looked for, not said. */
function isCompared(node: ts.Node): boolean {
  const { parent } = node
  if (parent === undefined) return false
  if (ts.isBinaryExpression(parent)) return COMPARES.has(parent.operatorToken.kind)
  if (ts.isCaseClause(parent)) return parent.expression === node
  return ts.isElementAccessExpression(parent) || ts.isCallExpression(parent) || ts.isNewExpression(parent)
}
