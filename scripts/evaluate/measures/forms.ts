import type { Form } from '../forms.js'
import type { Engine } from '../libraries/library.js'
import { mean, overlap } from './mean.js'

/** The share of texts that find the same paragraphs in both forms; those that a form leaves as they are do not count. */
export async function measureForm(engine: Engine, texts: readonly string[], form: Form): Promise<number> {
  const same: boolean[] = []
  for (const text of texts) {
    const other = form(text)
    if (other === text) continue
    const plain = await engine.matches(text)
    const formed = await engine.matches(other)
    same.push(plain.size === formed.size && overlap(plain, formed) === plain.size)
  }
  return mean(same)
}
