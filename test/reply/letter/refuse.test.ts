import { describe, expect, test } from 'vitest'
import { InvalidReplyError } from '../../../src/errors.js'
import { parseReply } from '../../../src/reply/parse.js'

const answerTo = (congress: string, kind: string) => [
  `关于${congress}第12号${kind}的答复`,
  '沈一禾代表：',
  `您在${congress}上提出的《关于改善食堂的${kind}》收悉，现答复如下：`,
  '食堂已经改善。',
  '2023年6月5日',
]

const NEIGHBOURS: Record<string, string[]> = {
  'an answer to a congress of a firm’s staff': answerTo('供水公司第三届职工代表大会第二次会议', '提案'),
  'an answer to a congress of a school’s staff': answerTo('云桥学院第七届教代会', '提案'),
  'an answer to a meeting of a union': answerTo('青禾县教育工会三届二次会议', '提案'),
  'an answer to a meeting of a chamber of commerce': answerTo('柳塘区商会第二届三次会议', '建议'),
  'an answer to a congress of women': answerTo('青禾县第五次妇女代表大会', '建议'),
  'news that quotes a letter, salutation and all': [
    '用心办好提案',
    '6月5日，记者看到县水利局给委员的答复：',
    '沈一禾委员：',
    '您提出的《关于修渠的提案》收悉，现答复如下：',
    '渠道已经修好。',
  ],
  'what a standing committee says of a report': [
    '县人大常委会对代表建议办理情况报告的审议意见',
    '县人民政府：',
    '县人大常委会听取了关于县十八届人大三次会议代表建议办理情况的报告，现将审议意见函告如下：',
    '一、提高认识',
    '二、加强督办',
    '2023年9月20日',
  ],
  'an answer to a standing committee': [
    '关于对青禾县人大常委会审议意见的答复',
    '县人大常委会：',
    '贵委《关于水利工作的审议意见》收悉，现将办理情况答复如下：',
    '已落实资金300万元。',
  ],
  'an interview with a deputy': [
    '人大代表鲁木槿：办好家门口的学校',
    '鲁木槿代表：您好，很高兴接受采访。您提出的问题很有意义。',
    '记者：今年您带来了哪些建议？',
    '鲁木槿：我提出了《关于均衡配置教育资源的建议》。',
  ],
  'an answer in a newspaper': [
    '记者：沈一禾委员，您提出的建议有什么进展？',
    '沈一禾委员：您好！提案已经答复。',
  ],
  'news of a reply': [
    '代表建议增设渡口，云桥交通部答复 ...',
    '云桥交通部网站发布的《对十届全国人大五次会议第4651号建议的答复》，公布了答复代表提出的《关于增设渡口的建议》的内容。云桥交通部在答复中介绍，近年来渡口已经增加。',
    '云桥交通部在答复中指出，下一步将继续增设渡口，并加强对老旧渡口的整修。',
  ],
  'news that quotes a reply': [
    '柳塘区答复提案：明年新增学位2000个',
    '柳塘区公布对区政协八届二次会议第12号提案的答复。答复称，明年将新增学位2000个。',
    '沈一禾委员在提案中提出，城区学位紧张。',
  ],
  'an answer on a message board below the way to it': [
    '首页 > 互动交流 > 建议答复',
    '网友“小禾”您好：',
    '您反映的问题已收悉，具体情况如下：',
    '天然气已于12月通气。',
  ],
}

describe('a neighbour of the genre is refused:', () => {
  test.each(Object.entries(NEIGHBOURS))('%s', (_name, lines) => {
    expect(() => parseReply(lines.join('\n'), { format: 'text', id: 'a' })).toThrow(InvalidReplyError)
  })
})

test.each(['云桥大学第三届艺术节', '青禾公司十届展会'])(
  'accepts the answer to a proposal about %s',
  (topic) => {
    const title = `关于县政协十届三次会议第45号“关于办好${topic}的提案”的答复`
    const lines = [title, '沈一禾委员：', '您提出的提案收悉，现答复如下：', '已经办好。']
    expect(parseReply(lines.join('\n'), { format: 'text' }).proposals[0]?.number).toBe('45')
  },
)

test.each([
  ['柳溪镇代表团：', '您们提出的《关于办好12345热线的建议》收悉，现答复如下：'],
  [
    '柳溪镇代表团：',
    '您们在县十届人大三次会议上提出的《关于修渠的建议》收悉，电话：000-7123456，现答复如下：',
  ],
  ['民革青禾县委会：', '贵会提出的《关于整合服务热线的提案》收悉，现答复如下：'],
])('reads an answer to a group about a hotline, or with a number like one: %s %s', (...lines) => {
  const document = [...lines, '热线已经整合。', '青禾县水利局', '2023年6月5日']
  expect(parseReply(document.join('\n'), { format: 'text', id: 'a' }).recipients).toHaveLength(1)
})

test('refuses an answer to who called a hotline', () => {
  const document = ['县水利局：', '12345热线转来的建议收悉，现答复如下：', '渠道已经修好。', '2023年6月5日']
  expect(() => parseReply(document.join('\n'), { format: 'text', id: 'a' })).toThrow(InvalidReplyError)
})

test.each(['我局组织记者在渠道采访。', '记者从现场了解到的渠道破损属实，已经修好。'])(
  'reads a letter without a title that names reporters: %s',
  (text) => {
    const document = ['沈一禾委员：', '您提出的《关于修渠的提案》收悉，现答复如下：', text, '2023年6月5日']
    expect(parseReply(document.join('\n'), { format: 'text', id: 'a' }).recipients).toEqual(['沈一禾'])
  },
)
