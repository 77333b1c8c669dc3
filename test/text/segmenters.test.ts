import { jieba } from '../../src/node/words/jieba.js'
import { listSegmenter } from '../helpers/segmenters.js'
import { testSegmenter } from './test-segmenter.js'

testSegmenter(jieba())
testSegmenter(listSegmenter())
