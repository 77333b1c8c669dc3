import type { Reply, Section, SectionRole } from '../../src/reply/reply.js'

interface Part {
  marker?: string
  title?: string
  role?: SectionRole
  paragraphs?: readonly string[]
  parts?: readonly Part[]
}

/** A reply from its sections; ids and levels follow from the places. A paragraph before `|` is its lead. */
export function letter(id: string, head: Partial<Reply>, parts: readonly Part[]): Reply {
  const sectionsOf = (inner: readonly Part[], start: string, level: number): Section[] =>
    inner.map(({ paragraphs = [], parts: subparts = [], ...titles }, s) => {
      const sectionId = `${start}${s + 1}`
      return {
        id: sectionId,
        level,
        ...titles,
        paragraphs: paragraphs.map((paragraph, p) => {
          const [lead, rest] = paragraph.split('|')
          const text = paragraph.replace('|', '')
          return { id: `${sectionId}/${p + 1}`, text, ...(lead && rest && { lead }) }
        }),
        sections: sectionsOf(subparts, `${sectionId}.`, level + 1),
      }
    })
  return {
    id,
    proposals: [],
    recipients: [],
    leaders: [],
    contacts: [],
    copies: [],
    ...head,
    sections: sectionsOf(parts, `${id}/`, 1),
  }
}

const THANKS: Part = { role: 'closing', paragraphs: ['感谢您对我们工作的关心和支持！'] }

/**
 * Invented: several issuers, years, sections, roles and categories, Traditional text, Latin words, numbers in every
 * form, a letter without a date, one without paragraphs, and ids that do not come in order.
 */
export const LETTERS: readonly Reply[] = [
  letter(
    'k-2025-071',
    {
      proposals: [
        { kind: '提案', number: '2104071', title: '关于青年人才平台建设的建议', session: '十届四次会议' },
      ],
      documentNumber: '株科办〔2025〕33号',
      issuer: '株洲市科学技术局',
      recipients: ['黄立志'],
      category: 'A',
      date: '2025-07-03',
      leaders: [{ role: '签发人', name: '张俊' }],
      contacts: [{ role: '承办人', name: '黄平芬', phone: '0731-28687667' }],
      copies: ['市政协提案委'],
      disclosure: '同意公开',
      signatory: '株洲市科学技术局',
    },
    [
      { role: 'opening', paragraphs: ['您提出的关于青年人才平台建设的提案收悉，现答复如下：'] },
      {
        marker: '一、',
        title: '当前工作情况',
        role: 'progress',
        paragraphs: [
          '一是实施“先投后股”专项支持政策。|单个项目支持金额最高达50万元，2025年第一批征集18个。',
          '二是搭建平台。|2025年7月，主办TRIZ创新方法集训营，近20家中小企业参与。',
        ],
      },
      {
        marker: '二、',
        title: '下一步工作计划',
        role: 'plan',
        paragraphs: ['我们将修订项目资金管理办法，扩大先投后股的规模。'],
      },
      THANKS,
    ],
  ),
  letter(
    'k-2025-106',
    {
      proposals: [
        { kind: '提案', number: '2104106', title: '关于提升民营企业发展水平的建议', session: '十届四次会议' },
        { kind: '提案', number: '2104107', session: '十届四次会议' },
      ],
      documentNumber: '株科办〔2025〕39号',
      issuer: '株洲市科学技术局',
      recipients: ['何涌', '黄立志'],
      category: 'A',
      date: '2025-08-11',
    },
    [
      {
        title: '关于“强化科技成果转化效能”的建议',
        role: 'answer',
        paragraphs: ['探索实施“先投后股项目资金管理辦法”，推动投早投小。'],
        parts: [
          {
            marker: '（一）',
            title: '揭榜挂帅',
            paragraphs: ['吸引高层次人才团队服务民营企业创新，发布榜单12项。'],
          },
          {
            marker: '（二）',
            title: '金融支持',
            role: 'progress',
            paragraphs: [
              '2024年，全市发放知识价值信用贷款31亿元，排名全省第二。',
              '2023年，全市贷款20亿元。',
            ],
          },
        ],
      },
      THANKS,
    ],
  ),
  letter(
    'j-2023-012',
    {
      proposals: [
        { kind: '建议', number: '012', title: '关于推进老旧小区改造的建议', session: '十六届二次会议' },
      ],
      issuer: '长沙市住房和城乡建设局',
      recipients: ['李 明'],
      category: 'B',
      date: '2023-06-05',
    },
    [
      {
        title: '工作情况',
        role: 'progress',
        paragraphs: [
          '全市老旧小区改造项目共350个，涉及居民12万户，加装电梯1200部。',
          '电梯加装由业主自愿申请，政府给予资金支持。',
        ],
      },
      { title: '下一步工作', role: 'plan', paragraphs: ['继续实施老旧小区改造，改造小区100个。'] },
    ],
  ),
  letter(
    'j-2024-123',
    {
      proposals: [{ kind: '建议', number: '0123', title: '关于增设停车场的建议', session: '十六届三次会议' }],
      documentNumber: '长住建函【2024】第0123号',
      issuer: '长沙市住房和城乡建设局',
      recipients: ['王海'],
      category: 'C',
      date: '2024-06-05',
    },
    [
      {
        paragraphs: [
          '第123号建议收悉。',
          '停车难是老百姓反映强烈的问题。',
          '受条件限制，暂时不能增设停车场。',
        ],
      },
    ],
  ),
  letter(
    'j-2024-1234',
    {
      proposals: [{ kind: '建议', number: '1234', session: '十六届三次会议' }],
      issuer: '长沙市住房和城乡建设局',
      category: 'B',
      date: '2024-06-05',
    },
    [{ paragraphs: ['第1234号建议收悉，现答复如下。', '公园的修建已列入计划。'] }],
  ),
  letter(
    't-2022-001',
    {
      proposals: [{ kind: '议案', title: '關於改善公共交通的議案' }],
      issuer: '運輸署',
      date: '2022-01-20',
    },
    [
      {
        title: '巴士路線',
        role: 'answer',
        paragraphs: [
          '有關議員提出的質詢，現答覆如下：本署已增設巴士路線，並資助學校改善停車設施。',
          '資金管理辦法將於下一年度修訂，所有款項須經審計。',
        ],
      },
    ],
  ),
  letter(
    'e-2025-033',
    {
      proposals: [
        {
          kind: '建议',
          number: '033',
          title: '关于加强中小学人工智能教育的建议',
          session: '十六届四次会议',
        },
      ],
      issuer: '长沙市教育局',
      recipients: ['何涌'],
      category: 'B',
      date: '2025-05-20',
    },
    [
      { role: 'opening', paragraphs: ['收到您的建议后，我局高度重视，现答复如下：'] },
      {
        marker: '一、',
        title: '人工智能教育',
        role: 'progress',
        paragraphs: [
          '全市中小学开设人工智能（AI）课程，使用DeepSeek、ChatGPT等工具辅助教学，machine learning 也已列入选修课。',
          '近三年培训教师两千人次，投入资金300万元。',
          '教育教育再教育，是我们的工作。',
        ],
      },
      {
        marker: '二、',
        title: '下一步工作计划',
        role: 'plan',
        paragraphs: [
          '推进人工智能进课堂，建设实验学校50所。',
          '加强教师队伍建设，支持青年人才成长。教师是教育的根本。',
        ],
      },
      THANKS,
    ],
  ),
  letter(
    'e-2024-200',
    {
      proposals: [{ kind: '提案', number: '200', title: '关于课后服务的提案', session: '十届三次会议' }],
      issuer: '株洲市教育局',
      category: 'A',
      date: '2024-05-20',
    },
    [
      {
        title: '课后服务',
        role: 'answer',
        paragraphs: [
          '课后服务覆盖率达到百分之百，收费标准为每学期三百元。',
          '二〇二五年前，所有学校实现午餐供应。',
        ],
      },
      THANKS,
    ],
  ),
  letter('f-2020-009', { issuer: '湘潭市財政局', category: 'D', recipients: ['陈东'] }, [
    {
      paragraphs: [
        '本地財政收支平衡，專項資金管理辦法已經公布。',
        '景点门票收入全额上缴。重庆、长沙的银行参与了调查。',
      ],
    },
  ]),
  letter('f-2021-010', { issuer: '湘潭市财政局', date: '2021-03-01', category: 'A' }, []),
  letter(
    'n-2023-300',
    {
      proposals: [{ kind: '提案', number: '300', title: '关于养老服务的提案', session: '十届二次会议' }],
      issuer: '株洲市民政局',
      category: 'A',
      date: '2023-09-09',
    },
    [
      {
        title: '养老服务',
        role: 'progress',
        paragraphs: [
          `养老服务工作稳步推进：${'全市新建养老服务中心，完善助餐、助浴、助医等服务，支持社会力量参与；'.repeat(8)}最后，开展“银龄行动”，组织老年志愿者，发挥余热。`,
          '养老服务，养老服务，还是养老服务。',
        ],
      },
      { title: '下一步计划', role: 'plan', paragraphs: ['支持社会力量举办养老机构，工作经费列入预算。'] },
      THANKS,
    ],
  ),
  letter(
    'a-2025-500',
    {
      proposals: [
        { kind: '建议', number: '500', title: '关于发展低空经济的建议', session: '十六届四次会议' },
      ],
      issuer: '长沙市发展和改革委员会',
      category: 'A',
      date: '2025-09-30',
    },
    [
      {
        title: '发展情况',
        role: 'progress',
        paragraphs: [
          '低空经济发展迅速，企业达500家，产值增长12.5%。',
          '“十四五”期间，支持政策共出台6项，支持资金2.5亿元。',
        ],
      },
      {
        title: '下一步工作计划',
        role: 'plan',
        paragraphs: ['制定低空经济“十五五”规划，支持企业参与标准制定。', '我委将继续支持有关工作。'],
      },
      THANKS,
    ],
  ),
]
