const FOOTER =
  /^[【[<《(（]?(?:(?:文件|附件)下载[：:]?$|政策咨询$|上一[篇条页]|下一[篇条页]|版权所有|网站标识码|网站地图|技术支持[：:]|承办[：:]|责任编辑|责编|编辑[：:]|相关(?:新闻|链接|文章|信息|附件|文档|阅读|推荐)[：:]?$|(?:扫一扫(?:在|用|使用|分享|关注)|扫码(?:关注|浏览|阅读|查看|分享)|下载(?:Word|PDF))[^，。；]{0,14}$|(?:账号|手机)\+密码登录|用户登录$|继续访问$|Copyright|©|\S{0,2}ICP备|\S公网安备|(?:扫一扫|扫码|打印|关闭|收藏|分享到?|返回顶部|联系我们)(?:本页|此页|本文|窗口|[】\]>》)）：:|]|$))/i

const HOST = /^主办(?:单位)?[：:]/
const OF_A_SITE = /承办[：:]|版权|备案|标识码|维护|技术支持|网站|站点|政府(?:办公?室?)?(?:$|地址[：:])|ICP/i

/** What parts or closes boxes of a page. */
const RULE = /^[|｜×]$/

/** Whether a line without white space belongs to what a web page prints below a letter: a letter names its 主办单位 as well. */
export function isPageFooter(text: string, next = ''): boolean {
  if (RULE.test(text)) return next === '' || isPageFooter(next)
  return FOOTER.test(text) || (HOST.test(text) && (OF_A_SITE.test(text) || isPageFooter(next)))
}
