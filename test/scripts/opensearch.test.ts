import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findJdks } from '../../scripts/opensearch/java.js'

let folder: string

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dafu-jdks-')))
  await install('jdk-17', '17.0.15')
  await install('jdk-8', '1.8.0_442')
  await install('jdk-21', '21.0.3')
  await install('jdk-25', '25')
  await mkdir(join(folder, 'jre-21/bin'), { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

async function install(name: string, version: string): Promise<void> {
  await mkdir(join(folder, name, 'bin'), { recursive: true })
  await writeFile(join(folder, name, 'bin/javac'), '')
  await writeFile(join(folder, name, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`)
}

function found(env: { JAVA_HOME?: string; PATH?: string }): number[] {
  return findJdks(env, [join(folder, '*')]).map(({ major }) => major)
}

it('finds every Java that can compile, the newest first', () => {
  expect(found({})).toEqual([25, 21, 17, 8])
})

it('prefers the Java that JAVA_HOME names, then that of the path', () => {
  const PATH = ['/nowhere', join(folder, 'jdk-17/bin')].join(delimiter)
  expect(found({ JAVA_HOME: join(folder, 'jdk-21'), PATH })).toEqual([21, 17, 25, 8])
  expect(found({ JAVA_HOME: join(folder, 'jre-21') })).toEqual([25, 21, 17, 8])
})
