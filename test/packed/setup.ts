import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { run } from '../node/run.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packed package. */
    tarball: string
    /** What is packed in it. */
    packed: string[]
    /** A folder whose `node_modules` holds the packed package and what its consumers bring along. */
    consumers: string
  }
}

/** Packs the package, and installs it beside the libraries that are used with it; once for all tests of this folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dafu-packed-'))
  const [{ filename, files }] = JSON.parse(
    // Built it is already, and other tests use what was built.
    await npm(resolve('.'), 'pack', '--ignore-scripts', '--json', '--pack-destination', folder),
  )
  const tarball = join(folder, filename)
  const consumers = join(folder, 'consumers')
  for (const name of ['package.json', 'package-lock.json']) {
    await cp(join(import.meta.dirname, 'beside', name), join(consumers, name))
  }
  await writeFile(join(consumers, '.npmrc'), 'yes=true\n')
  await npm(consumers, 'ci', '--no-audit', '--no-fund', '--prefer-offline')
  await npm(consumers, 'install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', tarball)

  project.provide('tarball', tarball)
  project.provide(
    'packed',
    files.map(({ path }: { path: string }) => path),
  )
  project.provide('consumers', consumers)
  return () => rm(folder, { recursive: true })
}

async function npm(cwd: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run('npm', args, { cwd })
  if (code !== 0) throw new Error(`npm ${args[0]} failed: ${stderr}`)
  return stdout
}
