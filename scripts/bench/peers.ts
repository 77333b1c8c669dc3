import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Of the repository, where npm runs its scripts. */
const FOLDER = 'scripts/bench'

type Peer = 'better-sqlite3' | 'pagefind'

const manifest = (folder: string): string => join(folder, 'package.json')

function pathOf(peer: Peer): string {
  return resolve(FOLDER, 'node_modules', peer)
}

/** Installs what is missing of the peers, in the folder of the bench. */
export function installPeers(peers: readonly Peer[], log: (line: string) => void): void {
  if (peers.every((peer) => existsSync(manifest(pathOf(peer))))) return
  log(
    `Installing what dafu is measured beside into ${FOLDER}/node_modules, once; SQLite may take minutes to compile.`,
  )
  try {
    // `--yes`: installation scripts run npx, which must not stop to ask.
    const flags = ['--yes', '--no-package-lock', '--no-audit', '--no-fund']
    execFileSync('npm', ['install', ...flags], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] })
  } catch (cause) {
    const remedy = 'Run `npm install` there to see why, or measure dafu alone with `--peers none`.'
    throw new Error(`The peers could not be installed in ${FOLDER}. ${remedy}`, { cause })
  }
}

/** Imports a peer from the folder of the bench: the project itself does not know it. */
export async function importPeer<Module>(peer: Peer): Promise<Module> {
  const folder = pathOf(peer)
  const { main, exports } = JSON.parse(readFileSync(manifest(folder), 'utf8'))
  const entry = exports?.['.']?.import ?? main
  return import(pathToFileURL(join(folder, entry)).href)
}
