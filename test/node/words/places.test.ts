import { describe, expect, it } from 'vitest'
import { jieba } from '../../../src/node/words/jieba.js'

const segmenter = jieba()

function placesIn(text: string): readonly string[] {
  const parts = segmenter.segment(text).map((segment) => segmenter.placePart!(segment))
  return segmenter.places!(text, segmenter.segmentEnds!(text), parts)
}

describe('the places of jieba', () => {
  it.each([
    ['柳堤路与学府路交叉口', ['柳堤路', '学府路']],
    ['青禾县第一小学旁的柳溪大桥', ['青禾县第一小学', '柳溪大桥']],
    ['云桥市人民医院已经开诊', ['云桥市人民医院']],
    ['与湖南工业大学、清华大学合作', ['湖南工业大学', '清华大学']],
    ['长沙、株洲、湘潭三市', ['长沙', '株洲', '湘潭']],
    ['朝阳小学门口增设红绿灯', ['朝阳小学']],
    ['柳塘区泰山路街道滨江社区', ['柳塘区', '泰山路街道', '滨江社区']],
    ['G106国道改线', ['G106国道']],
    ['湖南省株洲市的企业', ['湖南省', '株洲市']],
    ['雲橋市人民醫院', ['雲橋市人民醫院']],
    ['由柳荫路至滨河大道改造', ['柳荫路', '滨河大道']],
    ['对青禾县第一小学进行改造', ['青禾县第一小学']],
    ['即墨市、从江县和因民镇', ['即墨市', '从江县', '因民镇']],
  ])('finds the names in %s', (text, places) => {
    expect(placesIn(text)).toEqual(places)
  })

  it.each([
    '全县农村公路和乡镇卫生院建设',
    '新建学校三所、普及高中教育',
    '口袋公园和老旧小区改造',
    '我市惠及企业的政策深度融合',
    '沿线道路、学校、医院',
    '人才强市战略',
    '多维度评估，并联审批',
    '中国特色社会主义',
    '城中村和次干路改造，二是河道整治',
    '每个乡镇中心幼儿园',
  ])('finds none in %s', (text) => {
    expect(placesIn(text)).toEqual([])
  })
})
