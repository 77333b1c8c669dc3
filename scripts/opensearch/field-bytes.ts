import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { glob } from 'tinyglobby'
import { prepare } from './artifacts.js'
import type { Cluster } from './cluster.js'

/** Bytes of each field of an index, of all its shards and copies, once each is merged into one segment. */
export async function fieldBytes(cluster: Cluster, index: string): Promise<Record<string, number>> {
  const [entry] = (await ask(cluster, 'GET', `_cat/indices/${index}?format=json`)) as { uuid: string }[]
  await ask(cluster, 'POST', `${index}/_forcemerge?max_num_segments=1&flush=true`)
  const shards = await glob(`*/data/nodes/0/indices/${entry!.uuid}/*/index`, {
    cwd: cluster.folder,
    absolute: true,
    onlyDirectories: true,
    expandDirectories: false,
  })
  const { java, classPath } = await prepare()
  const { stdout } = await promisify(execFile)(java, ['-cp', classPath, 'FieldBytes', ...shards])
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => {
        const at = line.indexOf(' ')
        return [line.slice(at + 1), Number(line.slice(0, at))]
      }),
  )
}

async function ask({ url }: Cluster, method: string, path: string): Promise<unknown> {
  const response = await fetch(`${url}/${path}`, { method })
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
  return response.json()
}
