import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from './artifacts.js'
import { type NodeProcess, nodeProcess } from './node-process.js'

const NODES = 3
/** A start takes half the time, and work that takes long more. */
const FOR_TESTS = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/** Three OpenSearch nodes on this machine, without passwords. */
export interface Cluster {
  readonly nodes: readonly NodeProcess[]
  /** The first node's. */
  readonly url: string
  /** Where the nodes have their data. */
  readonly folder: string
  /** Resolves when as many nodes as given have found each other, and every shard has all its copies. */
  green(nodes?: number): Promise<void>
  /** Ends the nodes and removes their data. */
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** Heap of each node; 256m by default. */
  heap?: string
  /** The first node's; the others follow. Free ones by default. */
  port?: number
  /** For `java`; by default those for a quick start. */
  flags?: readonly string[]
}

/**
 * Starts a cluster, empty and green.
 *
 * @throws Where Java or Maven is missing, saying what to do.
 */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { heap = '256m', port, flags = FOR_TESTS } = options
  const artifacts = await prepare()
  const free = await freePorts(2 * NODES)
  const transport = free.slice(NODES)
  const http = free.slice(0, NODES).map((other, i) => (port === undefined ? other : port + i))
  const folder = await mkdtemp(join(tmpdir(), 'dafu-opensearch-'))
  const removeData = () => rmSync(folder, { recursive: true, force: true })
  const names = transport.map((_, i) => `node-${i + 1}`)
  const nodes = names.map((name, i) =>
    nodeProcess({
      ...artifacts,
      folder: join(folder, name),
      heap,
      flags,
      httpPort: http[i]!,
      settings: {
        'cluster.name': 'dafu',
        'cluster.initial_cluster_manager_nodes': names.join(),
        // A developer's disk may be nearly full.
        'cluster.routing.allocation.disk.threshold_enabled': 'false',
        'discovery.seed_hosts': transport.map((seed) => `127.0.0.1:${seed}`).join(),
        'network.host': '127.0.0.1',
        'node.name': name,
        'transport.port': String(transport[i]),
      },
    }),
  )
  process.once('exit', removeData)

  async function stop(): Promise<void> {
    await Promise.all(nodes.map((node) => node.stop()))
    await rm(folder, { recursive: true, force: true })
    process.off('exit', removeData)
  }

  async function green(count = NODES): Promise<void> {
    const query = `wait_for_nodes=${count}&wait_for_status=green&wait_for_no_initializing_shards=true&timeout=60s`
    const response = await fetch(`${nodes[0]!.url}/_cluster/health?${query}`)
    if (!response.ok) throw new Error(`The cluster is not green after 60 s: ${await response.text()}`)
  }

  try {
    await Promise.all(nodes.map((node) => node.start()))
    await green()
  } catch (error) {
    await stop()
    throw error
  }
  return { nodes, url: nodes[0]!.url, folder, green, stop }
}

/** Ports that nobody uses at this moment. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
