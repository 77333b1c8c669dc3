import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { gatherLoads } from '../../scripts/loads-on-use.js'

type Plugin = ReturnType<typeof gatherLoads>
type Load = (file: { path: string }) => { contents: string } | undefined

/** What a plugin makes of one file after another, each in a build of its own. */
function buildsOf(plugin: Plugin) {
  const starts: (() => void)[] = []
  const loads: Load[] = []
  plugin.setup({
    onStart: (start: () => void) => starts.push(start),
    onLoad: (_: unknown, load: Load) => loads.push(load),
    onResolve() {},
  } as unknown as Parameters<Plugin['setup']>[0])
  return (path: string) => {
    for (const start of starts) start()
    return loads.map((load) => load({ path })?.contents)
  }
}

it('gathers what sources load on use as they are at each build', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dafu-'))
  const source = join(folder, 'source.ts')
  try {
    await writeFile(source, "import('./one.js')")
    const build = buildsOf(gatherLoads('rare', [join(folder, 'source')]))
    expect(build(source)).toEqual([
      "import('rare').then((all) => all.module0)",
      expect.stringMatching(/^export \* as module0 from '\.[^\\']+\/one\.js'\n$/),
    ])
    await writeFile(source, "import('./two.js')")
    expect(build(source)).toEqual([
      "import('rare').then((all) => all.module0)",
      expect.stringMatching(/^export \* as module0 from '\.[^\\']+\/two\.js'\n$/),
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
