import { compact } from '../lines/line.js'
import type { Leader } from '../reply.js'
import { findDate } from './dates.js'
import { readLabels } from './labels.js'

/** 签发人：鲁木槿  青水函〔2023〕18号 */
const BEHIND_LEADER = /\s\S{0,30}[〔[【][\s\S]*/
/** 签发人：鲁木槿    A类    主动公开 */
const MARKINGS =
  /(?:(?<=\p{Script=Han})\s{0,40}[（(]?[A-D]\d?[）)]?类?[）)]?(?=\s|$|同意|主动|依申请|不予|公开)|\s(?:不?同意|主动|依申请|不予)?(?:对外)?公开)[\s\S]*/u

/** 签发人：顾南星青水函〔2023〕18号: where his name ends is not printed. */
const NUMBER = /[〔[【](?:19|20)\d\d/

/** The people of a line who answer for the letter: `签发人：张俊`. A label without a name gives nobody. */
export function readLeaders(line: string): Leader[] {
  return readLabels(line)
    .values.filter(
      ({ kind, value }) =>
        kind === 'leader' &&
        !NUMBER.test(value.replace(BEHIND_LEADER, '')) &&
        value !== '' &&
        !/^(?:签字|签名|盖章)$/.test(value) &&
        findDate(compact(value)) === undefined,
    )
    .map(({ label, value }) => ({
      role: label,
      name: compact(value.replace(BEHIND_LEADER, '').replace(MARKINGS, '')),
    }))
}

/** Who a sentence says has approved the letter: `此复函已经顾南星主任审签。` */
export function readApproval(sentence: string): Leader[] {
  const name = /经(\p{Script=Han}{2,4}?)(?:局长|主任|厅长|书记|主席|[区县市]长)?审签/u.exec(
    compact(sentence),
  )?.[1]
  return name === undefined ? [] : [{ role: '审签', name }]
}
