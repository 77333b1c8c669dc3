import { readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { globSync } from 'tinyglobby'

/** A Java Development Kit. */
export interface Jdk {
  /** Its folder, with `bin/java` and `bin/javac`. */
  home: string
  /** 21 for version 21.0.3. */
  major: number
}

/** OpenSearch 3 runs on no older one. */
export const OLDEST_JAVA = 21

/** Where systems and version managers put what they install. */
const INSTALLED = [
  '/usr/lib/jvm/*',
  '/opt/java/*',
  '/Library/Java/JavaVirtualMachines/*/Contents/Home',
  '/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home',
  `${homedir()}/.sdkman/candidates/java/*`,
]

/** Every kit of this machine, the one to take first: that of `JAVA_HOME`, those of the path, the others, newest first. */
export function findJdks(
  env: NodeJS.ProcessEnv = process.env,
  installed: readonly string[] = INSTALLED,
): readonly Jdk[] {
  const chosen = env.JAVA_HOME ? [join(env.JAVA_HOME, 'bin/javac')] : []
  const onPath = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'javac'))
  const others = globSync(
    installed.map((home) => `${home}/bin/javac`),
    { absolute: true, expandDirectories: false },
  )
  const jdks = [
    ...[...chosen, ...onPath].flatMap(jdkOf),
    ...others.flatMap(jdkOf).sort((a, b) => b.major - a.major || (a.home < b.home ? -1 : 1)),
  ]
  return [...new Map(jdks.map((jdk) => [jdk.home, jdk])).values()]
}

/** The first kit that OpenSearch runs on. */
export function findJdk(): Jdk | undefined {
  return findJdks().find(({ major }) => major >= OLDEST_JAVA)
}

/** The kit of a compiler; none where there is no such file, or no `release` beside it that names a version. */
function jdkOf(compiler: string): Jdk[] {
  try {
    const home = join(realpathSync(compiler), '../..')
    const version = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(readFileSync(join(home, 'release'), 'utf8'))
    return version ? [{ home, major: Number(version[1]) }] : []
  } catch {
    return []
  }
}
