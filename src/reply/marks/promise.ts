import type { SectionRole } from '../reply.js'
import { isDoneAhead } from './due.js'
import { isRefusal } from './refusal.js'

// What is said to be done from now on. Reports of what has been done use the same verbs: it is the adverbs that tell.

const ACTION =
  '(?:完成|完工|开工|动工|建成|竣工|实施|启动|投用|投入使用|投入运营|通车|通水|出台|开放|开通|到位|交付|落实|解决|安排|改造|开展|建设|办理|配备|增设|恢复|消除|整改|修复|拆除|制定|研究|推进|协调|组织|上线|投产|启用|试运行|运营|开园|开馆|开学|开业)'
const WHEN =
  '(?:今年|明年|后年|年底|年内|下半年|第?[一二三四]季度|“?十[四五六七]五|20\\d\\d年|[\\d一二三四五六七八九十]{1,3}月)'

/** 下一步，…; but 为下一步打下基础, and 今后工作。 announces it. */
const NEXT =
  /(?<![为对与和是的作给奠])(?:下一?步|下一?阶段|今后|接下来|后续工作中|未来[一二两三五几]年)(?!的?(?:基础|依据)|的?(?:工作)?(?:打算|计划|安排|思路|措施|考虑|重点)?[。：\s]*$)/

/** 将 before an adverb or a verb: no 将来, 将军, 即将, and not what stands for 把 (已将其列入…). */
const WILL =
  /(?<![已现曾即必行名武老主大小中少干闯麻恒如]|提[出议到及]的?)将(?!(?:会|将|进一步|不断|持续|严重){0,2}(?:加[剧重]|造成|导致|引[发起]|恶化|激化|影响))(?:会(?![给使]|对[^，。；]{0,20}造成|带来|产生)|要|再|于|在|对|以|从|为|按|由|与|向|同|通过|根据|结合|围绕|依托|立足|聚焦|针对|视|和(?!谐)|待|及时|迅速|立即|广泛|共同|有[效力]|有计划|有针对|一并|适时|适当|适度|尽[快早力最]|力争|争取|进一步|继续|持续|积极|认真|严格|不断|充分|切实|深入|主动|密切|统筹|全[力面]|大力|着[力重]|重点|优先|逐[步年]|分[期步年批]|陆续|陆陆续续|有序|稳[步妥]|科学|合理|精准|同步|定期|始终|坚[持决]|一如既往|多[措方]|加[大快强紧]|抓[紧好住]|做[好实细]|用好|提[前升高请出]|增[加设强]|完[善成]|优化|强化|深化|细化|拓[展宽]|扩[大建]|打造|健全|构建|建[立设成]|新[建增]|改[造建]|组[织建成]|成立|设[立置]|推[进动行广出]|启动|开[展工通放]|动工|实[施现]|落实|出台|制[定订]|修[订建编]|编制|研究|探索|安排|协[调同]|会同|联合|配合|督促|指导|引[导进]|鼓励|支持|邀请|投[入资用]|采[取纳]|吸纳|借鉴|参考|考虑|把|请|[上呈]?报|申[请报](?![人表书材])|争创|向上|对接|沟通|联系|跟[踪进]|关注|牵头|发挥|履行|巩固|夯实|筑牢|严厉|集中|统一|专[门题]|举办|召开|试[点行]|选[取择派]|确[定保]|公[布开]|印发|下[达发]|拨付|筹[集措]|通车|竣工|给予|予以|排查|清理|整[治改合]|治理|拆除|调整|更[新换]|补[充齐]|招[聘引]|培[育养训]|宣传|呼吁|倾[斜听]|促进|带动|带领|守住|兑现|回应|解决|消除|办理(?!结果|情况|意见)|配[备齐置]|完工|建议(?=[政市县区上有相主省国]))(?!了)/

const INTEND = new RegExp(
  `力争(?<!努力争)(?!上游)|承诺(?<=(?:郑重|我[们局委厅县市区镇乡]|本局)承诺)(?![书制])|(?<![模虚草比])拟(?![定订办人稿态合])` +
    `|(?<![按照原作的入度动建展列])计划(?:${WHEN}|近期|于|在|到|对|将|投资|投入|新建|改造|扩建|修建|建设|实施|启动|开展|安排|增[设加]|出台|完成(?!情况|率|任务)|用|分|再|利用|通过|由|从|引进|设立|安装|开[设工建通]|购置|更换|采[取用购]|整[治合修]|先|逐步|全面|拆除|打造|组织|向|与|召开)` +
    `|计划(?<=(?:[今明后]年|近期|年内|下半年|我[局委县市区镇乡])计划)(?![的和、，。；书表内外生任股室]|科(?!学)|处(?![理置])|财务|完成情况)` +
    `|打算(?:${WHEN}|在|于|对|将|通过|从|用|把)|预计(?:到|于|在)?(?:${WHEN}[^，。；]{0,12}(?:${ACTION}|开始|进入|可以?)|[^，。；]{0,8}(?:前|内|底|[即便]?[可能])[^，。；]{0,8}${ACTION})`,
)

// What stands before is looked at last: a word is found faster than a place between words.
const TRY =
  '争取(?:(?=[将把使让])|(?<=(?:^|[，、并也将力极续动上是步：；]|我[局委们镇县市区]|向[^，。；]{1,14})争取))'
/** What was tried and got is told with its amount: 争取资金55万元, but 争取将补助提高至每亩11元. */
const GOT = '(?!到(?!WHEN)|了|的|(?![将把使让])[^，。；]{0,20}\\d ?[余多]?[百千万亿]{0,2}元)'.replace(
  'WHEN',
  WHEN,
)

/** With 已 or 了, or in a sentence about the past, these report. */
const UNLESS_DONE = new RegExp(
  `${TRY}${GOT}(?=[^，。；]{0,12}(?:${WHEN}|早日|尽[快早]|[列纳编]入))|(?<!会议|同意)决定(?:对|将|在|于|从|通过|采取)[^，。；]{0,30}${ACTION}` +
    `|确保(?:到|于|在)?${WHEN}|(?<!为|关于)(?:尽快|尽早|适时|择机)[^，。；]{0,10}?${ACTION}|(?:适时|择机)[^，。；]{0,24}(?:调整|优化)` +
    `|(?:(?<!去年)年底|月底|[底月日]|年|节|季|前夕)之?前[^，。；]{0,16}${ACTION}|(?<!近.?)年内[^，。；]{0,12}${ACTION}|(?<![自])(?:明年|后年)[^，。；]{0,16}${ACTION}`,
)
/** Reports also where another clause has 已 (已多次汇报，争取资金…), and asks of others after 需. */
const TRIES = new RegExp(`${TRY}${GOT}(?<![需须][^，。；]{0,12}争取)`)
/** In each of these, and quicker to look for. */
const MAY_BE_UNLESS_DONE = /争取|决定|确保|[尽适择前]|年内|[明后]年/
const DONE = /已|了(?![解])|曾|要求|督促|责成|建议(?:您|市|县|区|由|将|尽)|您|上述/

/** In a sentence about the past they report too. */
const PAST = /截至|截止|到目前为止|去年|近年来|近[一二两三四五几]年|以来|先后|累计/

/** 已列入2024年计划 promises, whatever is done already. */
const PLANNED =
  /(?<!(?:[未不没难]|无法|没有|能够?|是否|可以?|应当?|建议|要求|希望|诉求|申请|恳请)[^，。]{0,8})(?<!(?:关于|提[出议])[^，。；]{0,24})(?:纳入|列入|编入)[^，。；]{0,40}(?:计划|规划|项目库|项目|预算|盘子|议程|(?<!重要议事)日程|(?<=入(?:20\d\d|[今明本])年[^，。；]{0,40})(?:范围|任务|工程|名单|清单))(?!的|[^，。；]{0,8}(?:无法|不能|难以))|(?:纳入|列入)[^，。；]{0,24}(?:工程|项目)中?(?:进行|实施|予以)/

/** 已纳入建设计划，并于2014年底全部建成投用: what was planned is done, but not with 年底前. */
const BUILT = /^[并且][已于](?![^，。；]{0,12}前)[^，。；]{0,12}(?:建成|完成|完工|竣工|投用|投入使用)/

const WE_WILL =
  /(?:我们|我[局委厅院部办区县市镇乡]|本[局委院]|[局处所]|单位|公司|中心|部门|政府)(?:也|还|都|均|一定|必)?会(?![议同商签面展谈见审计员场所战客址堂务费诊晤]|办(?![好理妥成结])|上(?![门报])|后(?!续)|前(?!往)|长(?!期))/
const STRONG = [NEXT, WILL, WE_WILL]

/** Thanks that go on with what will be done: 感谢您的关心，下一步我们将…, but not 希望您今后多提意见. */
const AHEAD = /下一?步|下一?阶段|接下来|今后[^，。]{0,6}(?:，|将|(?<!支持|关心|监督|帮助)我)/
const COURTESY = /感谢|谢谢|恳请|敬请|希望您|欢迎您|祝您|^此致/
const REPORT = /已(?!列入|纳入)|了(?=[^，。；]{0,20}[，。；])/

/** 2024年将投资提高到3亿元: in a letter of 2025 it tells what was done, or planned then. */
const IN_YEAR =
  /((?:19|20)\d\d) ?年(?!(?:\d{1,2}月)?(?:起|开始|[以之]?后(?!半)))(?:(?!20\d\d)[^，。；]){0,16}?(?:将|计划|拟|力争|预计)/g

/** The same of 承诺2024年底前建成. */
const BY_YEAR =
  /(?:承诺|计划|力争|争取|预计|确保|拟)[^，。；\d]{0,6}((?:19|20)\d\d) ?年(?!起|以来|度)(?:[底末内]|\d{1,2}月[底份]?)?(?:之?前)?/g

function withoutPastYears(text: string, date: string | undefined): string {
  const written = date?.slice(0, 4)
  if (!written) return text
  const unlessPast = (words: string, year: string) => (year < written ? '' : words)
  return text.replace(IN_YEAR, unlessPast).replace(BY_YEAR, unlessPast)
}

/** What is asked of whoever reads the letter, and not done by who wrote it: 请您今后继续关注. */
const ASKED =
  /(?<![^，。；])(?:在?今后[^，。；]{0,8}，)?(?:最后|同时|[也并还]|再次|真诚|诚挚|衷心|诚恳|殷切|我们|我局){0,3}地?(?:[敬恳]?请|希望|[盼期]?望|欢迎)(?:[您你]|各位|代表|委员|贵|在?今后|继续|一如既往)[^，。；]*/g

const MAY_ASK = /请|望|欢迎/

/** What a consequence of a condition begins with: 待资金到位后，再… */
const THEN =
  '(?:再(?!行?(?:考虑|研究|议|定))|立即|及时|适时|尽快|优先|逐步|统筹|组织|启动|予以|实施|安排|开展|推进|落实|按[^，。]{0,8}程序|进行|[即方便]可|就)'
const CONSEQUENCE = new RegExp(
  `(?:^|，)(?:[^，。]{0,10}(?<![等招优期善对看接亟急有])待|等到?|一旦|视|条件成熟|时机成熟|资金到位)[^，。]{0,40}?(?:，[^，。]{0,12}${THEN}|[后时][^，。]{0,8}(?:${THEN}|进一步|一并)|[即方便]可)`,
)

/** What is done or reached on a day of which the letter's date tells that it lies ahead: 2026年国庆前开放, 2026年底前达90%. */
const ON_DAY = RegExp(
  `^[^的，。；]{0,16}(?:${ACTION}|(?:达|提高|提升|增加?|降)(?:到|至)?\\d)(?![的后前时期率]|情况)`,
)
const MAY_BE_AHEAD = /20\d\d|二〇|[明后]年|月/

/** What others are asked to do is no promise, until the office speaks of itself again. */
const ADVICE =
  /^(?:[也还故]|同时|另外?|因此|为此){0,2}(?:建议(?![您你]?的|中|[所被已])|请(?!示|求|[您你们]{0,2}放心)|恳请|希望)/
const OURS = /^(?:同时|下一?步|目前|现)?(?:我[们局委厅部院办处县市区州镇乡]|本[局委])/

/** Whether a clause says what the office itself does: none before it, up to where it speaks of itself, asks others. */
function isOwn(clauses: readonly string[], at: number): boolean {
  for (let i = at; i >= 0; i--) {
    if (ADVICE.test(clauses[i]!)) return false
    if (OURS.test(clauses[i]!)) return true
  }
  return true
}

/** A hotline, or a footnote: under 下一步, but nothing that will be done. */
const NO_PLAN = /(?:热线|电话)(?:为|是|号码)?[:：]?\s*\d[\d-]{4}|^\s*\[\^?\d+\]|^注[:：]/

/** @param clauses Of the sentence. @param date Of the letter, ISO 8601. */
export function isPromise(
  sentence: string,
  clauses: readonly string[],
  role?: SectionRole,
  date?: string,
): boolean {
  if (COURTESY.test(sentence) && !AHEAD.test(sentence)) return false
  const told = withoutPastYears(sentence, date)
  const own = MAY_ASK.test(told) ? told.replace(ASKED, '') : told
  if (STRONG.some((words) => words.test(own))) return true
  const mayBeUnlessDone = MAY_BE_UNLESS_DONE.test(sentence)
  return (
    clauses.some(
      (clause, i) =>
        (INTEND.test(withoutPastYears(clause, date)) ||
          (PLANNED.test(clause) && !BUILT.test(clauses[i + 1] ?? '')) ||
          (mayBeUnlessDone &&
            (UNLESS_DONE.test(withoutPastYears(clause, date)) ||
              (TRIES.test(clause) && role !== 'progress' && !REPORT.test(sentence))) &&
            !DONE.test(clause) &&
            !PAST.test(sentence))) &&
        isOwn(clauses, i),
    ) ||
    CONSEQUENCE.test(sentence) ||
    (MAY_BE_AHEAD.test(sentence) &&
      isOwn(clauses, clauses.length - 1) &&
      isDoneAhead(sentence, date, ON_DAY)) ||
    (role === 'plan' &&
      clauses.length > 0 &&
      isOwn(clauses, 0) &&
      !NO_PLAN.test(sentence) &&
      !isRefusal(clauses.at(-1)!) &&
      !REPORT.test(sentence) &&
      !PAST.test(sentence))
  )
}
