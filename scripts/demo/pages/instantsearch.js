// The widgets of InstantSearch, unmodified, over the same index.
import { instantSearchClient } from './dafu/instantsearch/index.js'
import { openIndex } from './dafu/open-index.js'

const { instantsearch } = window
const { widgets } = instantsearch

const state = document.querySelector('.state')

try {
  const replies = await openIndex('corpus.dafu', { worker: true })
  state.textContent = ''
  start(instantSearchClient(replies))
} catch (error) {
  state.textContent = `索引没有打开，请检查网络后刷新页面。（${error.message}）`
  state.classList.remove('waiting')
}

function start(searchClient) {
  const search = instantsearch({ indexName: 'replies', searchClient, routing: true })
  search.addWidgets([
    widgets.configure({ hitsPerPage: 10 }),
    widgets.searchBox({ container: '#searchbox', placeholder: '检索答复', autofocus: true }),
    widgets.stats({ container: '#stats', templates: { text: ({ nbHits }) => `${nbHits} 个段落` } }),
    widgets.sortBy({
      container: '#sort',
      items: [
        { label: '按相关程度', value: 'replies' },
        { label: '由新到旧', value: 'replies_date_desc' },
        { label: '由旧到新', value: 'replies_date_asc' },
      ],
    }),
    widgets.currentRefinements({ container: '#current', transformItems: withChineseLabels }),
    widgets.hits({ container: '#hits', templates: { item: hitOf(search), empty: () => '没有相符的段落。' } }),
    widgets.pagination({ container: '#pages' }),
    widgets.refinementList({
      container: '#issuer',
      attribute: 'issuer',
      searchable: true,
      searchablePlaceholder: '查找单位',
      templates: { searchableNoResults: () => '没有此单位' },
    }),
    widgets.rangeInput({
      container: '#year',
      attribute: 'year',
      templates: { separatorText: () => '至', submitText: () => '确定' },
    }),
    widgets.menu({ container: '#category', attribute: 'category', transformItems: withCategories }),
    widgets.refinementList({ container: '#section', attribute: 'section', limit: 8 }),
  ])
  search.on('render', nameInputs)
  search.start()
}

function hitOf(search) {
  return (record, { html, components }) => {
    const { objectID, reply, title, section, issuer } = record
    const parameters = new URLSearchParams({ reply, q: search.helper.state.query ?? '' })
    return html`
      <h2><a href=${`letter.html?${parameters}#${encodeURIComponent(objectID)}`}>${title ?? reply}</a></h2>
      ${section.length > 0 ? html`<p class="path">${section.join(' › ')}</p>` : ''}
      <p>${components.Snippet({ hit: record, attribute: 'text' })}</p>
      <p class="facts">${issuer ?? ''}</p>
    `
  }
}

function withChineseLabels(items) {
  const names = { issuer: '单位', year: '年份', category: '类别', section: '章节' }
  return items.map((item) => ({ ...item, label: names[item.label] ?? item.label }))
}

function withCategories(items) {
  return items.map((item) => ({ ...item, label: `${item.label} 类` }))
}

/** What the widgets leave without a name for a screen reader. */
function nameInputs() {
  const names = {
    '.ais-RangeInput-input--min': '起始年份',
    '.ais-RangeInput-input--max': '截止年份',
    '#issuer .ais-SearchBox-form': '查找单位',
    '#issuer .ais-SearchBox-input': '查找单位',
    '#searchbox .ais-SearchBox-form': '检索答复',
    '#searchbox .ais-SearchBox-input': '检索答复',
    '.ais-SortBy-select': '排序',
  }
  for (const [selector, name] of Object.entries(names)) {
    document.querySelector(selector)?.setAttribute('aria-label', name)
  }
}
