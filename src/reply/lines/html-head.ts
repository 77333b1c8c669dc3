import type { Element, Root } from 'hast'
import type { PageHead } from './line.js'

/** Names by which government sites say of a page what it is (ArticleTitle, PubDate); those for machines are left out. */
const NAMES =
  /^(?:SiteName|ColumnName|ColumnKeywords|ArticleTitle|PubDate|ContentSource|Author|Keywords|Description)$/i

/** What the head of a page says of it. */
export function readPageHead(tree: Root): PageHead {
  const head: PageHead = { entries: [] }
  for (const element of headElements(tree)) {
    const { name, content } = element.properties
    const [text] = element.children
    if (element.tagName === 'title' && text?.type === 'text' && text.value.trim()) {
      head.title ??= {
        value: text.value.trim().replace(/\s+/g, ' '),
        offset: text.position?.start.offset ?? 0,
      }
    } else if (element.tagName === 'meta' && NAMES.test(String(name)) && String(content ?? '').trim()) {
      const value = String(content).trim()
      head.entries.push({ label: String(name), value, offset: element.position?.start.offset ?? 0 })
    }
  }
  return head
}

function headElements({ children }: Root): Element[] {
  const html = children.find(isNamed('html'))
  const head = html?.children.find(isNamed('head'))
  return head?.children.filter((child) => child.type === 'element') ?? []
}

function isNamed(tagName: string): (node: Root['children'][number]) => node is Element {
  return (node): node is Element => node.type === 'element' && node.tagName === tagName
}
