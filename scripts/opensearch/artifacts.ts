import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { findJdk, findJdks, OLDEST_JAVA } from './java.js'

const exec = promisify(execFile)

const POM = join(import.meta.dirname, 'pom.xml')
const SOURCES = ['ClusterNode', 'FieldBytes'].map((name) => join(import.meta.dirname, `${name}.java`))

/** How programs of OpenSearch are run. */
export interface Artifacts {
  /** The program `java`. */
  java: string
  /** OpenSearch, and the classes of this folder. */
  classPath: string
}

/**
 * Downloads OpenSearch from Maven Central (71 MB) and compiles the programs of this folder, unless an earlier call has done so.
 *
 * @throws Where Java or Maven is missing or fails, saying what to do.
 */
export async function prepare(): Promise<Artifacts> {
  const jdk = findJdk()
  if (!jdk) {
    const found = findJdks().map(({ home, major }) => `Java ${major} in ${home}`)
    throw new Error(
      `OpenSearch needs a JDK of version ${OLDEST_JAVA} or newer (found: ${found.join(', ') || 'none'}). Install one, or set JAVA_HOME to its folder.`,
    )
  }
  const folder = await cache()
  if (!existsSync(folder)) await fill(folder, jdk.home)
  return { java: join(jdk.home, 'bin/java'), classPath: classPathOf(folder) }
}

/** Puts everything into a folder beside, which gets its name when it is complete. */
async function fill(folder: string, jdk: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  try {
    await download(join(draft, 'lib'))
    await exec(join(jdk, 'bin/javac'), [
      `--release=${OLDEST_JAVA}`,
      `-cp`,
      classPathOf(draft),
      `-d`,
      join(draft, 'classes'),
      ...SOURCES,
    ])
    await rename(draft, folder)
  } catch (error) {
    // Another process was first.
    if (!existsSync(folder)) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function download(folder: string): Promise<void> {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`]
  try {
    await exec('mvn', ['--batch-mode', '--quiet', `--file=${POM}`, ...goal])
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string }
    throw new Error(
      code === 'ENOENT'
        ? 'Maven, which downloads OpenSearch from Maven Central, is not on the path. Install it (`apt-get install maven`, `brew install maven`).'
        : `Maven could not download OpenSearch from Maven Central: ${stdout}${stderr}`,
      { cause: error },
    )
  }
}

/** A folder of the user's cache, of its own for each version of what is put into it. */
async function cache(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [POM, ...SOURCES]) hash.update(await readFile(file))
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(caches, 'dafu', `opensearch-${hash.digest('hex').slice(0, 12)}`)
}

function classPathOf(folder: string): string {
  return [join(folder, 'classes'), join(folder, 'lib/*')].join(delimiter)
}
