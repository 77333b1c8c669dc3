import type { CSSResult } from 'lit'
import { base } from './styles/base.js'
import { box } from './styles/box.js'
import { results } from './styles/results.js'

export const styles: CSSResult[] = [base, box, results]
