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
  const { proposals, recipients, sections, leaders, contacts, copies } = reply
  return [
    reply.issuer && element('p', 'issuer', reply.issuer),
    reply.documentNumber && element('p', 'number', reply.documentNumber),
    element('h1', '', titleOf(reply)),
    ...proposals.map(({ title }) => title && element('p', 'subject', `《${title}》`)),
    recipients.length > 0 && element('p', 'recipients', `${addressed(reply)}：`),
    ...sections.flatMap((section) => sectionOf(section, wanted, marks)),
    (reply.signatory || reply.date) &&
      element(
        'p',
        'signature',
        reply.signatory ?? reply.issuer ?? '',
        document.createElement('br'),
        dateOf(reply),
      ),
    leaders.length + contacts.length > 0 &&
      element('p', 'contacts', [...leaders, ...contacts].map(personOf).join('；')),
    copies.length > 0 && element('p', 'contacts', `抄送：${copies.join('、')}`),
  ].filter(Boolean)
}

/** 沈一禾、鲁木槿委员, and 沈一禾委员、民盟云桥市委, for an organisation has no title. */
function addressed({ proposals, recipients }) {
  const title = proposals[0]?.kind === '提案' ? '委员' : '代表'
  return recipients
    .map((name, i) => (isPerson(name) && !isPerson(recipients[i + 1]) ? name + title : name))
    .join('、')
}

function isPerson(name) {
  return name !== undefined && !/^\p{Script=Han}{2,}(?:委|会|组|支部|总支|社|界|联|团|局|厅|部)$/u.test(name)
}

/** A number of its own is a second one of whoever stands before it, or the office's. */
function personOf({ role, name, phone }) {
  return [role ?? (name ? '联系人' : '电话'), name, phone].filter(Boolean).join(' ')
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

/** What is answered: the title of the letter itself is not in an index. */
function titleOf({ proposals, documentNumber, id }) {
  const [first] = proposals
  if (!first) return documentNumber ?? id
  const numbers = proposals.flatMap(({ number }) => (number ? `第${number}号` : []))
  return `${first.session ?? ''}${numbers.join('、')}${first.kind}`
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
