import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a file of this folder in a thread: what tsup made of it, or the file itself where this one is a source too.
 *
 * @param name Without the extension.
 */
export function startWorker(name: string, options: WorkerOptions): Worker {
  if (import.meta.url.endsWith('.ts')) {
    const entry = JSON.stringify(new URL(`./${name}.ts`, import.meta.url))
    const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}) })`
    return new Worker(load, { ...options, eval: true })
  }
  const root = dirname(createRequire(import.meta.url).resolve('dafu/package.json'))
  return new Worker(join(root, 'dist', 'node', `${name}.js`), options)
}
