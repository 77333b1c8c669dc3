import type { Element, Nodes, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/** @throws Error for XML that is not well-formed. */
export function parseXml(bytes: Uint8Array): Root {
  return fromXml(Buffer.from(bytes))
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attributes[name] ?? undefined
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => child.type === 'element' && child.name === name)
}

/** The elements of a name below a node, in document order. */
export function* descendants(node: Root | Element, name: string): Generator<Element> {
  const waiting: Nodes[] = [...node.children].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type !== 'element') continue
    if (next.name === name) yield next
    for (let i = next.children.length - 1; i >= 0; i--) waiting.push(next.children[i]!)
  }
}
