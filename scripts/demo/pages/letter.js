// A whole letter from the index, at the paragraph that the address names: letter.html?reply=2104071#2104071/2/2
import { openIndex } from './dafu/open-index.js'

const parameters = new URLSearchParams(location.search)
const query = parameters.get('q') ?? ''
const state = document.querySelector('.state')
if (query) {
  const back = document.querySelector('#back')
  back.href = `./?q=${encodeURIComponent(query)}`
  back.textContent = `‹ 检索：${query}`
}

try {
  const index = await openIndex('corpus.dafu', { worker: true })
  const id = parameters.get('reply')
  const reply = id ? await index.reply(id) : undefined
  say(reply ? '' : id ? `没有编号为“${id}”的答复。` : '地址里没有写明是哪件答复：letter.html?reply=编号')
  if (reply) {
    await show(reply, index)
    addEventListener('hashchange', () => show(reply, index))
  }
} catch (error) {
  say(`答复没有读出来，请检查网络后刷新页面。（${error.message}）`)
}

function say(text) {
  state.textContent = text
  state.classList.remove('waiting')
}

async function show(reply, index) {
  const paragraph = decodeURIComponent(location.hash.slice(1))
  const marks = await highlightsOf(paragraph, index)
  document.title = `${titleOf(reply)} · 答复`
  document.querySelector('.letter').replaceChildren(...letter(reply, paragraph, marks))
  const hit = document.querySelector('.hit')
  hit?.scrollIntoView({ block: 'center' })
  // So that keys and screen readers go on from here.
  hit?.focus({ preventScroll: true })
}

/** What of the paragraph the query found. */
async function highlightsOf(paragraph, index) {
  if (!query || !paragraph) return []
  const { hits } = await index.search(query, { limit: 100, filter: { reply: parameters.get('reply') } })
  return hits.find((hit) => hit.paragraph.id === paragraph)?.highlights ?? []
}

function letter(reply, wanted, marks) {
  const { proposals, recipients, sections } = reply
  const greeting = proposals[0]?.kind === '提案' ? '委员' : '代表'
  return [
    reply.issuer && element('p', 'issuer', reply.issuer),
    reply.documentNumber && element('p', 'number', reply.documentNumber),
    element('h1', '', titleOf(reply)),
    ...proposals.map(({ title }) => title && element('p', 'subject', `《${title}》`)),
    recipients.length > 0 && element('p', 'recipients', `${recipients.join('、')}${greeting}：`),
    ...sections.flatMap((section) => sectionOf(section, wanted, marks)),
    (reply.signatory || reply.date) &&
      element(
        'p',
        'signature',
        reply.signatory ?? reply.issuer ?? '',
        document.createElement('br'),
        dateOf(reply),
      ),
    reply.contacts.length > 0 &&
      element(
        'p',
        'contacts',
        reply.contacts
          .map(({ role = '联系人', name, phone }) => [role, name, phone].filter(Boolean).join(' '))
          .join('；'),
      ),
  ].filter(Boolean)
}

function sectionOf({ marker = '', title, level, paragraphs, sections }, wanted, marks) {
  return [
    title && element(`h${Math.min(level + 1, 4)}`, '', marker, title),
    ...paragraphs.map((paragraph) => paragraphOf(paragraph, title ? '' : marker, wanted, marks)),
    ...sections.flatMap((section) => sectionOf(section, wanted, marks)),
  ].filter(Boolean)
}

function paragraphOf({ id, text }, marker, wanted, marks) {
  const anchor = element('a', 'anchor', '¶')
  anchor.href = `#${encodeURIComponent(id)}`
  anchor.setAttribute('aria-label', '本段链接')
  const isWanted = id === wanted
  const paragraph = element('p', isWanted ? 'paragraph hit' : 'paragraph', anchor, marker)
  paragraph.append(...(isWanted ? marked(text, marks) : [text]))
  paragraph.id = id
  if (isWanted) {
    paragraph.setAttribute('aria-current', 'location')
    paragraph.tabIndex = -1
  }
  return paragraph
}

function marked(text, ranges) {
  const starts = [0, ...ranges.map(({ end }) => end)]
  return starts.flatMap((start, i) => {
    const range = ranges[i]
    const before = text.slice(start, range?.start)
    return range ? [before, element('mark', '', text.slice(range.start, range.end))] : [before]
  })
}

function titleOf({ proposals: [first, ...others], documentNumber, id }) {
  if (!first) return documentNumber ?? id
  const number = first.number ? `第${first.number}号` : ''
  return `关于${first.session ?? ''}${number}${first.kind}${others.length > 0 ? '等' : ''}的答复`
}

function dateOf({ date }) {
  if (!date) return ''
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Only ever text: what stands in a letter is not parsed. */
function element(name, className, ...content) {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...content)
  return made
}
