import type { ClientRequest, Cluster } from './client.js'
import { ClusterError } from './errors.js'
import { delay } from './retries.js'

/** Milliseconds between two looks at a task, at first and at most. */
const SHORTEST = 50
const LONGEST = 5_000

interface TaskResponse<T> {
  completed: boolean
  response?: T
  error?: { type: string; reason: string }
}

/** What comes of a request that may take the cluster longer than a request may. @throws ClusterError if it fails. */
export async function taskDone<T>(
  cluster: Cluster,
  request: ClientRequest,
  signal?: AbortSignal,
): Promise<T> {
  const querystring = { ...request.querystring, wait_for_completion: 'false' }
  const { task } = await cluster.request<{ task: string }>({ ...request, querystring }, signal)
  const path = `/_tasks/${encodeURIComponent(task)}`
  for (let pause = SHORTEST; ; pause = Math.min(LONGEST, pause * 2)) {
    const { completed, response, error } = await cluster.request<TaskResponse<T>>(
      { method: 'GET', path },
      signal,
    )
    if (error) {
      throw new ClusterError(`${request.method} ${request.path} failed: ${error.type}: ${error.reason}`)
    }
    if (completed) return response ?? ({} as T)
    await delay(pause, signal)
  }
}
