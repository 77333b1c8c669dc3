import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import { run } from '../node/run.js'

/** Contents by path. */
export type Files = Readonly<Record<string, string>>

/** A fresh project beside the installed package. */
export interface Consumer {
  readonly folder: string
  /** Runs a program, and gives what it printed. @throws if it fails. */
  run(program: string, ...args: string[]): Promise<string>
}

export async function createConsumer(files: Files): Promise<Consumer> {
  const folder = await mkdtemp(join(inject('consumers'), 'project-'))
  for (const [path, content] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return {
    folder,
    async run(program, ...args) {
      const { code, stdout, stderr } = await run(
        join(inject('consumers'), 'node_modules', '.bin', program),
        args,
        {
          cwd: folder,
          // Vitest sets it, and with it React comes in its larger form.
          env: { NODE_ENV: 'production' },
        },
      )
      if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`)
      return stdout + stderr
    },
  }
}

/** The installed package. */
export function installed(path: string): string {
  return join(inject('consumers'), 'node_modules', 'dafu', path)
}

/**
 * The files that a section of the README shows: each block of code below a line that ends in its name, such as
 * `src/main.ts`.
 */
export async function readmeFiles(heading: string): Promise<Record<string, string>> {
  const markdown = await readFile('README.md', 'utf8')
  const [, section] = markdown.split(`\n### ${heading}\n`)
  if (section === undefined) throw new Error(`README.md has no section "${heading}"`)
  const [body = ''] = section.split(/^##+ /m)
  const blocks = body.matchAll(/^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$/gms)
  return Object.fromEntries([...blocks].map(([, path = '', content = '']) => [path, content]))
}
