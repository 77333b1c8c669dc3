import { compact } from '../lines/line.js'
import type { Leader } from '../reply.js'
import { findDate } from './dates.js'
import { readLabels } from './labels.js'
import { isHidden } from './names.js'
import { PHONE } from './phones.js'

/** 签发人：鲁木槿  青水函〔2023〕18号 */
const BEHIND_LEADER = /\s\S{0,30}[〔[【][\s\S]*/
/** 签发人：鲁木槿    A类    主动公开 */
const MARKINGS =
  /(?:(?<=\p{Script=Han})\s{0,40}[（(]?[A-D]\d?[）)]?类?[）)]?(?=\s|$|同意|主动|依申请|不予|公开)|\s(?:不?同意|主动|依申请|不予)?(?:对外)?公开)[\s\S]*/u

/** 签发人：顾南星青水函〔2023〕18号: where his name ends is not printed. */
const NUMBER = /[〔[【](?:19|20)\d\d/

const POST = '(?:[局厅司部市县区州镇乡处科院校站队所会行]长|主任|书记|主席|经理|巡视员)'
/** 局长 顾南星, 党组书记、局长顾南星; 主任科员 is no name. */
const BEHIND_POST = new RegExp(
  `^[\\p{Script=Han}、]{0,16}${POST}\\s*(?!科员|助理|委员|秘书)(\\p{Script=Han}{2,4}|\\p{Script=Han}\\s+\\p{Script=Han})$`,
  'u',
)
/** 顾南星 党组书记、局长, 顾南星局长; not 顾局长 and 顾副局长. */
const BEFORE_POST = new RegExp(
  `^(?:(\\p{Script=Han}{2,4}|\\p{Script=Han}\\s+\\p{Script=Han})\\s+[\\p{Script=Han}、]{0,16}${POST}|(\\p{Script=Han}{2}[^副、])副?${POST})$`,
  'u',
)

const NEXT_LABEL = /(?<=\p{Script=Han})\s+(?:承办|经办|具体|科室|股室|单位|部门|办理|手机|办公)\s*$/u

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
      name: nameOf(value.replace(BEHIND_LEADER, '').replace(MARKINGS, '')),
    }))
    .filter(({ name }) => name !== '' && !isHidden(name))
}

/** Without post, phone and what begins the next label: 顾南星（副局长） 000-1234567 科室. */
function nameOf(value: string): string {
  const said = value.replace(/^[（(][^（()）]*[）)]/, '').replace(/[（(].*/s, '')
  const phone = said.search(PHONE)
  const name = (phone === -1 ? said : said.slice(0, phone)).replace(NEXT_LABEL, '').trim()
  const beside = BEFORE_POST.exec(name) ?? BEHIND_POST.exec(name)
  return compact(beside?.slice(1).find(Boolean) ?? name)
}

/** Who a sentence says has approved the letter: `此复函已经顾南星主任审签。` */
export function readApproval(sentence: string): Leader[] {
  const name = /经(\p{Script=Han}{2,4}?)(?:局长|主任|厅长|书记|主席|[区县市]长)?审签/u.exec(
    compact(sentence),
  )?.[1]
  return name === undefined ? [] : [{ role: '审签', name }]
}
