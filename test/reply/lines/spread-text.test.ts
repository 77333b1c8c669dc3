import { expect, test } from 'vitest'
import { parseReply } from '../../../src/reply/parse.js'

const SPREAD = `青 禾 县 水 利 局 文 件

青 水 函 〔2 0 2 5 〕 1 8 号        签 发 人 ： 沈  禾

关 于 县 政 协 十 届 四 次 会 议 第 4 5 号 提 案 的 答 复

鲁 木 槿 委 员 ：
    您 提 出 的 《关 于 修 渠 的 提 案 》收 悉 ，现 答 复 如 下 ：
    一 、渠 道 现 状
    在 柳 溪 花 园 建 成 渠 道 1 1 4 处 ，投 资 1 .5 万 元 ，安 装 了 smart pump 水 泵 。
    二 、下 一 步 工 作
    今 年 1 0 月 底 前 全 部 验 收 。

                    青 禾 县 水 利 局
                        2 0 2 5 年 5 月 2 2 日
（联 系 人 ：顾  星    电 话 ：0 0 0 -6 6 7 1 2 2 3 ）`

test('closes the gaps of a text whose characters all stand apart', () => {
  const reply = parseReply(SPREAD, { format: 'text' })
  expect(reply.sections.map(({ title, role }) => [title, role])).toEqual([
    [undefined, 'opening'],
    ['渠道现状', 'progress'],
    ['下一步工作', 'plan'],
  ])
  expect(reply.sections[1]?.paragraphs[0]?.text).toBe(
    '在柳溪花园建成渠道114处，投资1.5万元，安装了smart pump水泵。',
  )
  expect(reply.contacts).toEqual([{ role: '联系人', name: '顾星', phone: '000-6671223' }])
  expect(reply.notes?.[0]).toMatchObject({ kind: 'page chrome', start: 0, end: SPREAD.length })
  const place = reply.provenance?.find(({ path }) => path.join() === 'sections,1,title')
  expect(SPREAD.slice(place?.start, place?.end)).toBe('一 、渠 道 现 状')
})

test('leaves a spread letterhead and the gaps of names alone', () => {
  const letter = SPREAD.replace(/(?<=\S) (?=\S)/g, '').replace('渠道现状', '渠 道 现 状')
  const { sections, notes } = parseReply(letter, { format: 'text' })
  expect(sections[1]?.title).toBe('渠 道 现 状')
  expect(notes?.map(({ message }) => message).join()).not.toContain('recognition')
})
