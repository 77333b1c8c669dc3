import { expect, it } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const replies = [
  letter('lamps', { contacts: [{ role: '联系人', name: '苏木', phone: '000-6612033' }] }, [
    { role: 'opening', paragraphs: ['您提出的关于安装路灯的建议收悉，现答复如下：'] },
    { role: 'answer', paragraphs: ['新装路灯八十盏。', '报修电话：000-6612034'] },
  ]),
  letter('hall', { contacts: [{ role: '联系人', name: '白芷', phone: '000-6612035' }] }, [
    { role: 'opening', paragraphs: ['您提出的关于政务大厅的建议收悉，现答复如下：'] },
    { role: 'answer', paragraphs: ['电话：12345', '联系电话：000-110110', '联系人手机号码须登记。'] },
  ]),
]
const index = await buildIndex(replies, { segmenter: listSegmenter(['电话', '联系', '手机', '路灯']) })
const firstOf = async (query: string) => (await index.search(query)).hits[0]?.paragraph.id

it.each(['苏木 电话', '苏木电话', '苏木的电话是多少', '苏木 联系方式', '苏木手机号', '电话 苏木'])(
  'leads from %s to the letter whose contact that is',
  async (query) => {
    expect(await firstOf(query)).toBe('lamps/1/1')
  },
)

it('leads to what prints telephone numbers where no contact is named', async () => {
  expect(await firstOf('电话')).toBe('hall/2/1')
  expect(await firstOf('报修电话')).toBe('lamps/2/2')
})
