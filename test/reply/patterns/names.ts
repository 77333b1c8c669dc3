import { COLON, type Pattern, re } from './pattern.js'

/** The end of a title; what follows it in brackets is a pattern of its own. */
const REPLY = '(?:答\\s*复函?|复\\s*函|回复)'

const LEVEL = '[省市州县区旗镇]'

export const title: Pattern[] = [
  ['关于…的答复', re(`^\\s*#*\\s*关于.*第.*号.*的答复\\s*$`)],
  ['对…的答复', re(`^\\s*#*\\s*对.*第.*号.*的答复\\s*$`)],
  ['issuer before the title', re(`^\\s*#*\\s*\\S{4,16}[局委厅办府]\\s*(?:关于|对).*(?:答复|复函)\\s*$`)],
  ...[
    '复函',
    '答复函',
    '答复的函',
    '回复',
    '办理情况的(?:答复|复函)',
    '办理结果的(?:答复|复函)',
    '续办续复',
    '会办意见的函',
    '协办意见',
    '建议办理单',
    '答复[（(]摘要[）)]|答复摘要',
  ].map(
    (end): Pattern => [
      `title ends in ${end}`,
      re(`(?:建议|提案|议案|办理|号|分办）|情况)(?:委员提案|代表建议)?的?${end}\\s*$`),
    ],
  ),
  ['topic between session and number', re(`会议《关于[^》]+》第.+号`)],
  ['topic behind the number', re(`第.+号“关于[^”]+”的答复`)],
  ['topic in brackets at the end', re(`的答复[（(]关于.+[）)]`)],
  ['topic behind a dash', /——《关于/],
  ['topic alone', re(`^关于[^第号届]{4,30}(?:建议|提案)”?的(?:建议的)?${REPLY}\\s*$`)],
  ['title on several lines', re(`^\\s*(?:关于|对).*会议\\s*\\n`)],
  ['答 复', /答 +复/],
  ['title twice', /(?:关于|对)(\S*第)\s*(\d+)\s*(号(?:建议|提案)的答复)[\s\S]*?(?:关于|对)\1\s*\2\s*\3/],
  ['title twice, in two wordings', /第 ?0*(\d+) ?号[\s\S]*?\n[\s\S]*?第 ?0*\1 ?号/],
  ['关于对', /关于对/],
  ['关于关于', /关于关于/],
  ['关于《关于…》', /关于《关于[^》]+》的/],
]

export const session: Pattern[] = [
  ['市政协十届四次会议', re(`${LEVEL}政协[一二三四五六七八九十]+届[一二三四五六七八九十]+次会议`)],
  ['县十八届人大二次会议', re(`${LEVEL}[一二三四五六七八九十]+届人大[一二三四五六七八九十]+次会议`)],
  ['十三届全国人大四次会议', /届全国人大.次会议/],
  ['政协第…届全国委员会第…次会议', /政协第?.{1,3}届全国委员会第.次会议/],
  ['政协青禾县第…届委员会第…次会议', re(`政协\\s?\\S{2,4}${LEVEL}第.{1,3}届委员会第.次会议`)],
  ['政协第…届柳塘区委员会第…次会议', re(`政协第.{1,3}届\\S{2,4}${LEVEL}委员会第.次会议`)],
  ['…第…届人民代表大会第…次会议', re(`${LEVEL}第.{1,3}届人民代表大会第.次会议`)],
  ['…第…届人大第…次会议', re(`${LEVEL}第.{1,3}届人大第?.次会议`)],
  ['区十二届人大第四次会议', re(`${LEVEL}[一二三四五六七八九十]+届人大第.次会议`)],
  ['县人大第…届…次会议', re(`${LEVEL}人大第.{1,3}届.次会议`)],
  ['区人大六届二次会议', re(`${LEVEL}人大[一二三四五六七八九十]+届.次会议`)],
  ['县七届政协二次会议', re(`届政协(?:第)?.次会议`)],
  ['中国人民政治协商会议…委员会…届', /政治协商会议\S+委员会.{1,3}届.次会议/],
  ['自治区政协', /自治区政协.{1,3}届/],
  ['镇第…届人民代表大会', /镇第.届人民代表大会第.次会议/],
  ['会 without 议', /次会(?!议|商)/],
  ['次委员 for 次会议', /次委员第/],
  [
    'a session without a meeting',
    re(`届(?:人民代表大会|人大|政协)第?\\d+号|[一二三四五六七八九十]届人民代表大会(?!第|.次)`),
  ],
  ['Arabic ordinals', /第?\d{1,2}届\S{0,6}第?\d次|第\d次会议/],
  ['an ordinal that is lost', /第 次会议|政协次会议|届委员会\s*\n+\s*次会议/],
  ['a session broken over two lines', re(`(?:届|委员会|会|协)\\s*\\n\\s*(?:[^\\n]{0,4}次会议|议第)`)],
]

export const number: Pattern[] = [
  ['第45号', /第\d{1,3}号(?:提案|建议)/],
  ['第045号', /第0\d\d号/],
  ['第0045号', /第0\d{3}号/],
  ['seven digits with spaces', /第 ?2\d{6} ?号/],
  ['year and serial', /第20\d{6}号/],
  ['session and serial', /第1\d{5}号/],
  ['eight digits of session and serial', /第1\d{7}号/],
  ['national, with a number within its class', /第\d{5}号[（(]\p{Script=Han}+类\d+号[）)]/u],
  ['letters', /第[A-Z]{2}\d{4}号/],
  ['delegation and no 第', /会议\p{Script=Han}\d\d号/u],
  ['a dot', /第\d+\.\d+号|\d\.\d\d提案/],
  ['letters and a long code', /第[A-Z]{2}\d{12}号/],
  ['（36号）', /[（(]\d{1,3}号[）)]/],
  ['5号建议', /[议的](?:第)?\d{1,3}号(?:代表)?建议|出的\d号/],
  ['编号：第4012号', /编号[：:]第?\d+号?/],
  ['第〔14〕号', /第〔\d+〕号/],
  ['第21、38号', /第\d+、\d+(?:、\d+)?号/],
  ['第128并2号', /第\d+并\d+号/],
  ['below the session of a record', /届\S{0,4}次会议\s*\n(?:.*\n)?\s*第 ?\d+ ?号\s*\n/],
  ['repeated behind the topic', /》[（(]第?\d+号/],
  ['before the topic', /第\d+号[“《]关于/],
  ['only in the table of the page', /(?:建议号|提案编号|建议编号|提案号|议案编号)/],
  ['another in the lead-in', /第0?12号[\s\S]*第20\d\d012号|第(\d\d)号[\s\S]*第20\d\d0*\1号/],
  ['国务院000号令', /\d号令/],
  ['a document cited', /[（(《][\p{Script=Han}]+〔20\d\d〕\d+号[）)》]|(?:按照|根据)\S*〔20\d\d〕\d+号/u],
  ['a road with a number', /(?<![A-Za-z])[YXSG]\d{3}/],
]

export const kinds: Pattern[] = [
  ['a 提案 whose title ends in 建议', /政协[\s\S]*?《?[“《]关于[^”》]+的建议[”》]/],
  ['a member addressed as 代表 by the CPPCC', re(`政协[\\s\\S]*?^\\s*\\S{2,4}代表${COLON}`)],
  ['本议案 for a suggestion', /(?:人大|代表大会)[\s\S]*?建议[\s\S]*?本议案/],
  ['此提案 for a suggestion', /人大[\s\S]*?建议[\s\S]*?此提案/],
  ['各位代表 thanked by the CPPCC', /政协[\s\S]*感谢各位代表/],
  ['议案', /第\d+号议案|的议案/],
  ['a motion converted', /转为(?:建议|代表建议)/],
]
