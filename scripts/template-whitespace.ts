import { readFileSync } from 'node:fs'
import type { Options } from 'tsup'
import ts from 'typescript'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** Makes one space of each line break in tagged templates: to HTML and CSS it is the same, and no minifier looks into them. */
export function templateWhitespace(sources: RegExp): Plugin {
  return {
    name: 'template-whitespace',
    setup(build) {
      build.onLoad({ filter: sources }, ({ path }) => ({
        contents: withShortTemplates(readFileSync(path, 'utf8')),
        loader: 'ts',
      }))
    },
  }
}

function withShortTemplates(source: string): string {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const parts: string[] = []
  let end = 0
  visit(file)
  return parts.join('') + source.slice(end)

  function visit(node: ts.Node): void {
    if (ts.isTaggedTemplateExpression(node)) {
      const { template } = node
      shorten(ts.isTemplateExpression(template) ? template.head : template)
    }
    if (ts.isTemplateSpan(node) && ts.isTaggedTemplateExpression(node.parent.parent)) {
      visit(node.expression)
      shorten(node.literal)
      return
    }
    ts.forEachChild(node, visit)
  }

  /** Without what stands before it: a comment there goes on to the end of its line. */
  function shorten(token: ts.Node): void {
    const start = token.getStart(file)
    parts.push(source.slice(end, start), source.slice(start, token.end).replace(/\n\s*/g, ' '))
    end = token.end
  }
}
