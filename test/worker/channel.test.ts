import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createChannel, type Endpoint } from '../../src/worker/channel.js'

type Bytes = { read(signal: AbortSignal, length: number): Promise<Uint8Array> }

it('keeps no answer', async () => {
  setFlagsFromString('--expose-gc')
  const gc: () => void = runInNewContext('gc')
  const { port1, port2 } = new MessageChannel()
  createChannel(port2 as Endpoint, { read: async (_: AbortSignal, length: number) => new Uint8Array(length) })
  const ask = createChannel<Bytes>(port1 as Endpoint, {}, new AbortController().signal)

  const answers: WeakRef<Uint8Array>[] = []
  for (let i = 0; i < 50; i++) answers.push(new WeakRef(await ask('read', [1000])))
  await expect
    .poll(() => {
      gc()
      return answers.filter((answer) => answer.deref()).length
    })
    .toBeLessThan(5)
  port1.close()
})
