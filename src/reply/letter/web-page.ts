/** Labels with which a site files a letter; what they say is the site's word, not the letter's. */
const METADATA =
  /^(?:索引号|发布机构|发文机关|发布单位|发布机关|信息来源|来源|办文单位|发布日期|发布时间|发文日期|成文日期|成文时间|生成日期|公开日期|著录日期|添加时间|更新时间|编稿时间|答复时间|交办时间|提交日期|时间|日期|名称|信息名称|标题|文件名称|建议标题|文号|发文字号|发布文号|文件编号|编号|建议号|新编号|主题分类|组配分类|信息分类|公开目录|内容分类|建议类型|所属类别|公开范围|信息公开|建议公开范围|时效性|效力状态|信息有效性|公文时效|提案人|建议人|代表姓名|领衔代表|附议代表|浏览次数|点击数|阅读次数|字体|字号|您?当前的?位置|所在位置)[：:]/
const FOOTER =
  /^[【[<《(（]?(?:上一[篇条页]|下一[篇条页]|版权所有|网站标识码|网站地图|技术支持[：:]|主办(?:单位)?[：:]|承办[：:]|责任编辑|责编|编辑[：:]|相关(?:新闻|链接|文章|信息|附件|文档|阅读)[：:]?$|Copyright|©|\S{0,2}ICP备|\S公网安备|(?:扫一扫|扫码|打印|关闭|收藏|分享到?|返回顶部|联系我们)(?:本页|此页|本文|窗口|[】\]>》)）：:|]|$))/i

/** Whether a line without white space belongs to the table or the bar above a letter on a web page. */
export function isPageMetadata(text: string): boolean {
  return METADATA.test(text)
}

/** Whether a line without white space belongs to what a web page prints below a letter. */
export function isPageFooter(text: string): boolean {
  return FOOTER.test(text)
}
