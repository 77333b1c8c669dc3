import { afterAll, beforeAll, describe, inject } from 'vitest'
import { type Cluster, startCluster } from '../../scripts/opensearch/cluster.js'

/** A group of tests on the cluster that all tests share, at `url`. Where there is none they are skipped; CI has one. */
export function describeOnCluster(name: string, define: (url: string) => void): void {
  const { url } = inject('opensearch')
  if (url) describe(name, () => define(url))
  else describe.skip(name, () => define('http://127.0.0.1:9200'))
}

/** A group of tests on a cluster of its own, the nodes of which it may stop. */
export function describeOnOwnCluster(name: string, define: (cluster: () => Cluster) => void): void {
  describe.skipIf(inject('opensearch').missing)(name, () => {
    let cluster: Cluster
    beforeAll(async () => {
      cluster = await startCluster()
    })
    afterAll(() => cluster?.stop())
    define(() => cluster)
  })
}
