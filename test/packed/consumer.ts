import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'
import { run } from '../node/run.js'

/** Contents by path. */
export type Files = Readonly<Record<string, string>>

/** A fresh project beside the installed package. */
export interface Consumer {
  readonly folder: string
  /** Runs a program, and gives what it printed. @throws if it fails or complains. */
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
        },
      )
      if (code !== 0 || stderr !== '') throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`)
      return stdout
    },
  }
}
