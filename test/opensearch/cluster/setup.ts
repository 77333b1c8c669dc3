import type { TestProject } from 'vitest/node'
import { prepare } from '../../../scripts/opensearch/artifacts.js'
import { startCluster } from '../../../scripts/opensearch/cluster.js'

declare module 'vitest' {
  export interface ProvidedContext {
    opensearch: {
      /** A cluster for all tests of this folder; each uses indexes of its own. */
      url?: string
      /** Why this machine cannot start a cluster. */
      missing?: string
    }
  }
}

/** Starts the cluster, unless `OPENSEARCH_URL` names one that runs; once for all tests of this folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.OPENSEARCH_URL
  const lack = await prepare().then(
    () => undefined,
    (error: Error) => error.message,
  )
  if (lack && process.env.CI) throw new Error(lack)
  if (lack && given) console.warn(`The tests that stop a node of a cluster are left out. ${lack}`)
  if (lack && !given) {
    console.warn(
      `The tests on an OpenSearch cluster are left out. ${lack} Or set OPENSEARCH_URL to the address of a cluster.`,
    )
  }
  const cluster = given || lack ? undefined : await startCluster()
  const url = given || cluster?.url
  project.provide('opensearch', { ...(url && { url }), ...(lack && { missing: lack }) })
  return async () => cluster?.stop()
}
