import { readdirSync, readFileSync } from 'node:fs'
import { analyse } from 'scslre'
import ts from 'typescript'
import { expect, test, vi } from 'vitest'

const folder = new URL('../../src/reply/', import.meta.url)

interface Literal {
  file: string
  source: string
  flags: string
}

/** Every regular expression that is written out in src/reply. */
function literals(): Literal[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const found: Literal[] = []
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf('/')
          found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
        }
        ts.forEachChild(node, visit)
      }
      const text = readFileSync(new URL(file, folder), 'utf8')
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022))
      return found
    })
}

/** Every regular expression that src/reply puts together when it is loaded. */
async function composed(): Promise<Literal[]> {
  const found: Literal[] = []
  const construct = (target: typeof RegExp, args: [string, string?]): RegExp => {
    const expression = new target(...args)
    const file = /src\/reply\/([\w/-]+\.ts)/.exec(new Error().stack ?? '')?.[1]
    if (file !== undefined) found.push({ file, source: expression.source, flags: expression.flags })
    return expression
  }
  vi.resetModules()
  vi.stubGlobal('RegExp', new Proxy(RegExp, { construct }))
  try {
    await import('../../src/reply/parse.js')
    await import('../../src/reply/redact.js')
  } finally {
    vi.unstubAllGlobals()
  }
  return found
}

function problemsOf({ source, flags }: Omit<Literal, 'file'>): string[] {
  return analyse({ source, flags }).reports.map(({ type, exponential }) =>
    exponential ? 'exponential' : type,
  )
}

test('the analysis finds regular expressions that take more than linear time', () => {
  expect(problemsOf({ source: '(?:a+)+b', flags: '' })).toContain('exponential')
  expect(problemsOf({ source: 'a*a*$', flags: '' })).not.toEqual([])
  expect(problemsOf({ source: 'a+$', flags: '' })).toEqual(['Move'])
  expect(problemsOf({ source: '^a+b', flags: '' })).toEqual([])
})

test('no regular expression of the parser takes more than linear time', async () => {
  const [written, made] = [literals(), await composed()]
  expect(written.length).toBeGreaterThan(100)
  expect(made.map(({ file }) => file)).toContain('grammar/dates.ts')
  const all = [...written, ...made]
  expect(all.filter((literal) => problemsOf(literal).length > 0)).toEqual([])
})
