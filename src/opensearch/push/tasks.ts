import { delay } from '../../postings/file/source/aborting.js'
import type { ClientRequest, Cluster } from '../client.js'
import { ClusterError } from '../errors.js'

/** Milliseconds between two looks at a task, at first and at most. */
const SHORTEST = 50
const LONGEST = 5_000
/** How often a task is begun whose node is lost. */
const MOST_STARTS = 3

interface TaskResponse<T> {
  completed: boolean
  response?: T
  error?: { type: string; reason: string }
}

/**
 * What comes of a request that may take the cluster longer than a request may, and may be repeated.
 *
 * @throws ClusterError if it fails.
 */
export async function taskDone<T>(cluster: Cluster, request: ClientRequest): Promise<T> {
  for (let starts = 1; ; starts++) {
    try {
      return await startedAndDone<T>(cluster, request)
    } catch (error) {
      const isLost = error instanceof ClusterError && error.status === 404
      if (!isLost || starts === MOST_STARTS) throw error
    }
  }
}

async function startedAndDone<T>(cluster: Cluster, request: ClientRequest): Promise<T> {
  const querystring = { ...request.querystring, wait_for_completion: 'false' }
  const { task } = await cluster.request<{ task: string }>({ ...request, querystring })
  const path = `/_tasks/${encodeURIComponent(task)}`
  for (let pause = SHORTEST; ; pause = Math.min(LONGEST, pause * 2)) {
    const { completed, response, error } = await cluster.request<TaskResponse<T>>({ method: 'GET', path })
    if (error) {
      throw new ClusterError(
        `${request.method} ${request.path} failed: ${error.type}: ${error.reason}. Look at the cluster's health, and push again.`,
      )
    }
    if (completed) return response ?? ({} as T)
    await delay(pause)
  }
}
