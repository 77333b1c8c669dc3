import { IndexFormatError } from '../errors.js'
import type { Cluster } from './client.js'
import { ClusterError } from './errors.js'
import { type Mark, mappingsOf, settingsOf } from './layout/mappings.js'

// An index that is searched is an alias. Each push fills an index of its own behind it, `letters-1`, `letters-2`, …, and
// moves the alias once that is complete.

/** An index that is filled. */
export interface Generation {
  index: string
  /** Whether an earlier push has begun it. */
  resumed: boolean
}

export interface Copies {
  shards: number
  replicas: number
}

interface Resolved {
  indices: { name: string }[]
  aliases: { name: string; indices: string | string[] }[]
}

/** The marks of indices by their names; none for what dafu has not made. */
export async function marksOf(
  cluster: Cluster,
  indices: readonly string[],
): Promise<Map<string, Mark | undefined>> {
  if (indices.length === 0) return new Map()
  const path = `/${indices.map(encodeURIComponent).join()}/_mapping`
  const mappings = await cluster.request<{
    [index: string]: { mappings: { _meta?: { dafu?: Mark } } }
  }>({ method: 'GET', path })
  return new Map(indices.map((index) => [index, mappings[index]?.mappings._meta?.dafu]))
}

/**
 * The index that a push fills: one that an earlier push of the same kind has left, else a new one.
 * @throws IndexFormatError if the name belongs to something else.
 */
export async function openGeneration(
  cluster: Cluster,
  alias: string,
  mark: Mark,
  copies: Copies,
): Promise<Generation> {
  const { indices, behind } = await resolve(cluster, alias)
  if (indices.includes(alias)) {
    throw new IndexFormatError(
      `${alias} is an index; dafu makes an alias of that name, and indices ${alias}-1, ${alias}-2, … behind it. Choose another name, or delete that index.`,
    )
  }
  const generations = indices.filter((name) => numberOf(name, alias) > 0)
  const marks = await marksOf(cluster, [...new Set([...generations, ...behind])])
  const foreign = behind.find((name) => !marks.get(name))
  if (foreign !== undefined) {
    throw new IndexFormatError(
      `The alias ${alias} stands for the index ${foreign}, which dafu has not made. Choose another name, or remove that alias.`,
    )
  }
  // One that is complete too: its push ended before the alias stood for it.
  const begun = generations.filter((name) => marks.get(name) && !behind.includes(name))
  const same = begun.filter((name) => isSame(marks.get(name)!, mark))
  const index = same[0] ?? `${alias}-${Math.max(0, ...generations.map((name) => numberOf(name, alias))) + 1}`
  for (const name of begun) if (name !== index) await remove(cluster, name)
  if (same.length > 0) await note(cluster, index, mark)
  else {
    const body = { settings: settingsOf(copies), mappings: mappingsOf(mark) }
    const made = cluster.request({ method: 'PUT', path: `/${encodeURIComponent(index)}`, body })
    await unless(made, 400, /resource_already_exists/)
  }
  return { index, resumed: same.length > 0 }
}

/** Marks an index as complete and has the alias stand for it alone; the indices before it are deleted in the same step. */
export async function switchTo(cluster: Cluster, alias: string, index: string, mark: Mark): Promise<void> {
  await note(cluster, index, { ...mark, complete: true })
  const { behind } = await resolve(cluster, alias)
  const actions = [
    { add: { index, alias } },
    ...behind.filter((name) => name !== index).map((name) => ({ remove_index: { index: name } })),
  ]
  try {
    await cluster.request({ method: 'POST', path: '/_aliases', body: { actions } })
  } catch (error) {
    if (!(error instanceof ClusterError && error.status === 404)) throw error
    // The answer to a request that did its work may have been lost.
    const now = (await resolve(cluster, alias)).behind
    if (now.length !== 1 || now[0] !== index) throw error
  }
}

async function note(cluster: Cluster, index: string, mark: Mark): Promise<void> {
  const path = `/${encodeURIComponent(index)}/_mapping`
  await cluster.request({ method: 'PUT', path, body: { _meta: { dafu: mark } } })
}

async function resolve(cluster: Cluster, alias: string): Promise<{ indices: string[]; behind: string[] }> {
  // A pattern, for what does not exist is no error then.
  const path = `/_resolve/index/${encodeURIComponent(`${alias}*`)}`
  const { indices, aliases } = await cluster.request<Resolved>({ method: 'GET', path })
  return {
    indices: indices.map(({ name }) => name),
    behind: aliases.filter(({ name }) => name === alias).flatMap((found) => found.indices),
  }
}

async function remove(cluster: Cluster, index: string): Promise<void> {
  const path = `/${encodeURIComponent(index)}`
  await unless(cluster.request({ method: 'DELETE', path }), 404, /no such index/)
}

/** Passes over what a request is told that did its work before, when its answer was lost. */
async function unless(request: Promise<unknown>, status: number, message: RegExp): Promise<void> {
  await request.catch((error: unknown) => {
    if (!(error instanceof ClusterError && error.status === status && message.test(error.message)))
      throw error
  })
}

function isSame(a: Mark, b: Mark): boolean {
  return (
    a.layoutVersion === b.layoutVersion &&
    a.formatVersion === b.formatVersion &&
    a.segmenter.fingerprint === b.segmenter.fingerprint &&
    a.synonyms === b.synonyms &&
    a.shards === b.shards
  )
}

/** 3 for `letters-3`; 0 for other names. */
function numberOf(name: string, alias: string): number {
  const number = name.startsWith(`${alias}-`) ? name.slice(alias.length + 1) : ''
  return /^[1-9]\d*$/.test(number) ? Number(number) : 0
}
