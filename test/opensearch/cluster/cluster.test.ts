import { expect, it } from 'vitest'
import { describeOnCluster, describeOnOwnCluster } from '../../helpers/opensearch.js'

async function nodesOf(url: string): Promise<number> {
  const response = await fetch(`${url}/_cluster/health`)
  return ((await response.json()) as { number_of_nodes: number }).number_of_nodes
}

describeOnCluster('the cluster of the tests', (url) => {
  it('answers as an OpenSearch of version 3 or newer', async () => {
    const response = await fetch(url)
    const { version } = (await response.json()) as { version: { distribution: string; number: string } }
    expect(version.distribution).toBe('opensearch')
    expect(Number.parseInt(version.number, 10)).toBeGreaterThanOrEqual(3)
  })
})

describeOnOwnCluster('a cluster of three nodes', (cluster) => {
  it('goes on without one of them, and takes it back', async () => {
    const { nodes, green } = cluster()
    await nodes[2]!.kill()
    await expect.poll(() => nodesOf(nodes[0]!.url)).toBe(2)
    await expect(fetch(nodes[2]!.url)).rejects.toThrow()
    await nodes[2]!.start()
    await green()
    expect(await nodesOf(nodes[2]!.url)).toBe(3)
  })
})
