import { describe, expect, test } from 'vitest'
import { readNamesInSentence, readSalutation } from '../../../src/reply/letter/salutation.js'
import { parseReply } from '../../../src/reply/parse.js'

describe('readSalutation', () => {
  test.each([
    ['沈一禾委员：', ['沈一禾']],
    ['尊敬的沈一禾代表：', ['沈一禾']],
    ['尊敬沈一禾代表：', ['沈一禾']],
    ['沈一禾委员您好：', ['沈一禾']],
    ['沈一禾委员：您好！', ['沈一禾']],
    ['您好，沈一禾委员：', ['沈一禾']],
    ['你们好！沈一禾、鲁木槿代表：', ['沈一禾', '鲁木槿']],
    ['Ada Reed委员：', ['Ada Reed']],
    ['沈一禾、Ada Q. Reed 委员：', ['沈一禾', 'Ada Q. Reed']],
    ['沈一禾 Ada Reed 鲁木槿委员：', ['沈一禾', 'Ada Reed', '鲁木槿']],
    ['沈一禾、鲁木槿委员:', ['沈一禾', '鲁木槿']],
    ['沈一禾，鲁木槿、顾南星委员：', ['沈一禾', '鲁木槿', '顾南星']],
    ['沈一禾 鲁木槿委员：', ['沈一禾', '鲁木槿']],
    ['沈一禾 顾 星 鲁木槿 柳 禾委员：', ['沈一禾', '顾星', '鲁木槿', '柳禾']],
    ['沈 一 禾委员：', ['沈一禾']],
    ['沈一禾主任委员：', ['沈一禾']],
    ['沈一禾等代表：', ['沈一禾']],
    ['沈一禾等10位代表：', ['沈一禾']],
    ['沈一禾（等10位）代表：', ['沈一禾']],
    ['沈一禾等十代表：', ['沈一禾']],
    ['沈一禾、鲁木槿等三位代表：', ['沈一禾', '鲁木槿']],
    ['沈一禾委员、鲁木槿委员：', ['沈一禾', '鲁木槿']],
    ['沈一禾委员委员：', ['沈一禾']],
    ['沈一禾代表沈一禾代表：', ['沈一禾']],
    ['沈一禾沈一禾代表：', ['沈一禾']],
    ['沈一禾、鲁木槿、沈一禾代表：', ['沈一禾', '鲁木槿']],
    ['：沈一禾委员：', ['沈一禾']],
    ['沈一禾、鲁木槿委员，你们好：', ['沈一禾', '鲁木槿']],
    ['  沈  禾  委员: ', ['沈禾']],
    ['阿依努尔·沙代表：', ['阿依努尔·沙']],
    ['刘**委员：', ['刘**']],
    ['xx委员：', []],
    ['×××、×××代表：', []],
    ['县人大沈一禾代表：', ['沈一禾']],
    ['青禾县政协沈一禾、鲁木槿委员：', ['沈一禾', '鲁木槿']],
    ['县政协提案委：', ['县政协提案委']],
    ['九三学社柳塘第一支社、民盟柳塘第二支部：', ['九三学社柳塘第一支社', '民盟柳塘第二支部']],
    ['沈一禾（民盟）委员：', ['沈一禾']],
    ['沈一禾（领衔）、鲁木槿代表：', ['沈一禾', '鲁木槿']],
    ['沈一禾、鲁木槿两位委员：', ['沈一禾', '鲁木槿']],
    ['沈一禾人大代表：', ['沈一禾']],
    ['沈一禾市人大代表：', ['沈一禾']],
    ['沈一禾政协青禾县委员:', ['沈一禾']],
    ['柳溪镇委员联络组', ['柳溪镇委员联络组']],
    ['县政协委员沈一禾：', ['沈一禾']],
    ['沈一禾常委：', ['沈一禾']],
    ['沈一禾同志：', ['沈一禾']],
    ['沈一禾委员及民进青禾支部：', ['沈一禾', '民进青禾支部']],
    ['茶溪代表团沈一禾代表：', ['沈一禾']],
    ['柳溪乡政协委员联络处：', ['柳溪乡政协委员联络处']],
    ['各位代表：', []],
    ['代表：', []],
    ['民盟云桥市委：', ['民盟云桥市委']],
    ['民盟市委会：', ['民盟市委会']],
    ['沈一禾、鲁木槿、民进区委会：', ['沈一禾', '鲁木槿', '民进区委会']],
    ['农工党柳塘区委会：', ['农工党柳塘区委会']],
    ['柳溪乡委员小组：', ['柳溪乡委员小组']],
    ['农工党云桥市委员会', ['农工党云桥市委员会']],
    ['中国民主同盟云桥市委', ['中国民主同盟云桥市委']],
    ['省军区：', ['省军区']],
    ['云桥大学：', ['云桥大学']],
    ['第二界别活动组：', ['第二界别活动组']],
    ['区卫生局：', ['区卫生局']],
    ['柳湖街道：', ['柳湖街道']],
    ['沈一禾、鲁木槿领衔代表：', ['沈一禾', '鲁木槿']],
    ['沈一禾  领衔代表：', ['沈一禾']],
    ['茶溪代表团：', ['茶溪代表团']],
    ['民盟中央：', ['民盟中央']],
    ['九三学社中央', ['九三学社中央']],
    ['台盟中央、共青团中央：', ['台盟中央', '共青团中央']],
    ['沈一禾、鲁木槿委员，县工商联：', ['沈一禾', '鲁木槿', '县工商联']],
    ['县政协提案委员会并转沈一禾委员：', ['县政协提案委员会', '沈一禾']],
    ['第八组全体代表：', ['第八组']],
    ['全体代表：', []],
    ['提案人：', []],
  ])('reads %j', (line, recipients) => {
    expect(readSalutation(line)?.recipients).toEqual(recipients)
  })

  test('keeps the place of a Latin name with its spaces', () => {
    const letter =
      '关于第45号提案的答复\nAda  Reed、沈一禾委员：\n您提出的提案收悉，现答复如下：\n渠道已经修好。'
    const { recipients, provenance } = parseReply(letter, { format: 'text' })
    const place = provenance?.find(({ path }) => path.join() === 'recipients,0')
    expect(recipients).toEqual(['Ada Reed', '沈一禾'])
    expect(letter.slice(place?.start, place?.end)).toBe('Ada  Reed')
  })

  test('says by which title the recipients are addressed', () => {
    expect(readSalutation('沈一禾委员：')?.title).toBe('委员')
    expect(readSalutation('沈一禾代表：')?.title).toBe('代表')
    expect(readSalutation('民盟云桥市委：')?.title).toBeUndefined()
  })

  test.each([
    ['沈 一 禾 委 员 ：', ['沈一禾']],
    ['　　鲁 木 槿 、 沈 一 禾 代 表：', ['鲁木槿', '沈一禾']],
  ])('reads %s, spread over the line', (line, recipients) => {
    expect(readSalutation(line)).toMatchObject({ recipients, closed: true })
  })

  test('marks a salutation whose colon is lost', () => {
    expect(readSalutation('沈一禾代表')).toEqual({ recipients: ['沈一禾'], title: '代表', closed: false })
  })

  test.each([
    '关于县政协十届三次会议第45号提案的答复',
    '您提出的建议收悉，现答复沈一禾委员：',
    '采取以下措施：',
    '民盟中央有关负责人：',
    '沈一禾、县工商联：',
    '青禾县水利局',
    '',
    `${'沈一禾、'.repeat(200)}委员：`,
  ])('reads no salutation in %j', (line) => {
    expect(readSalutation(line)).toBeUndefined()
  })
})

describe('readNamesInSentence', () => {
  test.each([
    ['沈一禾、鲁木槿等代表提出的6号代表建议收悉。', ['沈一禾', '鲁木槿']],
    ['沈一禾委员在县政协十届三次会议上提出的建议收悉。', ['沈一禾']],
    ['第05号，沈一禾等代表提出的《关于修渠的议案》。', ['沈一禾']],
    ['在市人大七届一次会议上，人大代表沈一禾提出《关于修渠的建议》。', ['沈一禾']],
    ['在县政协十届三次会议上，政协委员鲁木槿等三人提交提案。', ['鲁木槿']],
  ])('reads the names that begin %s', (sentence, recipients) => {
    expect(readNamesInSentence(sentence)?.recipients).toEqual(recipients)
  })

  test('reads none where the sentence begins with the proposal', () => {
    expect(readNamesInSentence('您提出的《关于修渠的建议》收悉')).toBeUndefined()
  })
})
