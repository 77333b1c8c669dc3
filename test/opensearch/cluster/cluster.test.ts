import { expect, it } from 'vitest'
import { describeOnCluster } from '../../helpers/opensearch.js'

describeOnCluster('the cluster of the tests', (url) => {
  it('answers as an OpenSearch of version 3 or newer', async () => {
    const response = await fetch(url)
    const { version } = (await response.json()) as { version: { distribution: string; number: string } }
    expect(version.distribution).toBe('opensearch')
    expect(Number.parseInt(version.number, 10)).toBeGreaterThanOrEqual(3)
  })
})
