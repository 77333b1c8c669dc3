import { describe, expect, it } from 'vitest'
import type { ClientRequest, Cluster } from '../../../src/opensearch/client.js'
import { ClusterError } from '../../../src/opensearch/errors.js'
import { taskDone } from '../../../src/opensearch/push/tasks.js'

const REQUEST: ClientRequest = {
  method: 'POST',
  path: '/letters/_forcemerge',
  querystring: { some: 'thing' },
}

/** @param look What a look at the task gives, by its number from 1. */
function working(look: (number: number) => object): Cluster & { starts: ClientRequest[] } {
  const starts: ClientRequest[] = []
  let looks = 0
  return {
    starts,
    async request<T>(request: ClientRequest): Promise<T> {
      if (request.path === '/_tasks/node%3A7') return look(++looks) as T
      starts.push(request)
      return { task: 'node:7' } as T
    },
  }
}

describe('taskDone', () => {
  it('waits until the task has ended', async () => {
    const cluster = working((look) =>
      look < 3 ? { completed: false } : { completed: true, response: { deleted: 4 } },
    )
    expect(await taskDone(cluster, REQUEST)).toEqual({ deleted: 4 })
    expect(cluster.starts).toEqual([
      { ...REQUEST, querystring: { some: 'thing', wait_for_completion: 'false' } },
    ])
  })

  it('begins it again where its node is lost, not for ever', async () => {
    const lost = new ClusterError("task isn't running", { status: 404 })
    const once = working((look) => {
      if (look === 1) throw lost
      return { completed: true, response: {} }
    })
    await taskDone(once, REQUEST)
    expect(once.starts).toHaveLength(2)
    const always = working(() => {
      throw lost
    })
    await expect(taskDone(always, REQUEST)).rejects.toBe(lost)
    expect(always.starts).toHaveLength(3)
  })

  it('says what failed', async () => {
    const failing = working(() => ({ completed: true, error: { type: 'some', reason: 'thing' } }))
    await expect(taskDone(failing, REQUEST)).rejects.toThrow(/_forcemerge failed: some: thing/)
  })
})
