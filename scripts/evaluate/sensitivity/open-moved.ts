import { resolve } from 'node:path'
import { build, type Rolldown } from 'vite'
import { toSource } from '../../../src/postings/file/source/to-source.js'
import type { openSource } from '../../../src/search/open-source.js'
import type { ReplySearch } from '../../../src/search/reply-search.js'
import { type Constant, withValue } from './constants.js'

export interface Moved {
  constant: Constant
  value: number
}

/** Opens an index with the source as it is, or as it would be with another value of one constant. */
export async function openMoved(index: Uint8Array, moved?: Moved): Promise<ReplySearch> {
  const load = (id: string): string | undefined =>
    moved && id === resolve('src', moved.constant.file) ? withValue(moved.constant, moved.value) : undefined
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'moved', enforce: 'pre', load }],
    build: {
      write: false,
      minify: false,
      lib: { entry: 'src/search/open-source.ts', formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[]
  const { code } = built[0]!.output[0]
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  const module = (await import(url)) as { openSource: typeof openSource }
  return module.openSource(await toSource(index, {}), {})
}
