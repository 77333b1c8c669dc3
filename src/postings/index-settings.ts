import { DafuError, SegmenterError } from '../errors.js'
import { type Analyzer, createAnalyzer } from '../text/analyzer.js'
import { DOMAIN_SYNONYMS } from '../text/domain-synonyms.js'
import { sharedFolding } from '../text/folding-table.js'
import type { Segmenter } from '../text/segmenter.js'
import { MAX_TERM } from './file/codec/terms.js'

/** What every part of an index is made with. */
export interface IndexSettings {
  analyzer: Analyzer
  segmenter: { name: string; fingerprint: string }
  /** Groups of texts of equal meaning. */
  synonyms: readonly (readonly string[])[]
}

/**
 * @param synonyms Groups beside those that dafu ships.
 * @throws SegmenterError for what is no segmenter.
 */
export function indexSettings(
  segmenter: Segmenter | undefined,
  synonyms: readonly (readonly string[])[] = [],
): IndexSettings {
  checkSegmenter(segmenter)
  checkSynonyms(synonyms)
  return {
    analyzer: createAnalyzer(sharedFolding(), segmenter),
    segmenter: { name: segmenter.name, fingerprint: segmenter.fingerprint },
    synonyms: [...DOMAIN_SYNONYMS, ...synonyms],
  }
}

function checkSynonyms(synonyms: unknown): void {
  const isText = (value: unknown): boolean =>
    typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TERM
  const isGroup = (value: unknown): boolean => Array.isArray(value) && value.length > 1 && value.every(isText)
  if (Array.isArray(synonyms) && synonyms.every(isGroup)) return
  throw new DafuError(
    `synonyms takes a list of groups, each a list of two or more texts of equal meaning, of at most ${MAX_TERM} characters: [['市科技局', '市科学技术局']].`,
  )
}

function checkSegmenter(segmenter: Segmenter | undefined): asserts segmenter is Segmenter {
  if (typeof segmenter?.segment === 'function' && segmenter.name && segmenter.fingerprint) return
  throw new SegmenterError(
    'Building an index takes a segmenter: an object with name, fingerprint and segment(text). In Node, dafu/node has jieba().',
  )
}
