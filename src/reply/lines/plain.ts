/**
 * Traditional characters in the words of the genre, each before its Simplified form: sites mirror whole letters in
 * Traditional, and convert them unevenly.
 */
const TRADITIONAL =
  '關关於于對对縣县區区鄉乡鎮镇黨党國国會会議议協协團团員员屆届號号覆复復复複复辦办發发廳厅處处務务單单聯联繫系絡络電电話话傳传編编郵邮類类開开現现經经貴贵請请謝谢專专題题見见書书記记長长負负責责簽签審审' +
  '報报張张備备註注進进劃划計计實实設设將将來来該该為为與与項项總总結结圍围環环業业農农財财衛卫監监館馆產产學学體体質质後后從从應应動动階阶籌筹規规續续紹绍組组織织給给據据擬拟營营權权稅税統统級级納纳臺台' +
  '達达運运過过還还這这連连遠远適适選选較较輸输轉转邊边點点當当滿满衝冲無无熱热獎奖獲获畫画療疗盡尽礎础種种積积穩稳節节範范簡简築筑約约網网縮缩聲声職职舊旧藝艺藥药蓋盖補补製制視视親亲觀观訂订訪访許许評评' +
  '詢询誠诚調调談谈論论證证識识譜谱讓让貧贫費费資资贈赠趙赵車车軌轨輕轻載载軟软遲迟鄰邻醫医釋释針针鋪铺錢钱錄录鐵铁鑒鉴門门閉闭間间陽阳際际隊队隨随險险難难靜静頁页頂顶領领頭头頻频顧顾風风飯饭駐驻驗验鬧闹' +
  '魚鱼麗丽龍龙們们個个倉仓價价億亿優优兩两則则創创劑剂勞劳勢势勵励匯汇嚴严園园圖图執执場场塊块壓压壞坏夠够夾夹奪夺婦妇孫孙寧宁寬宽層层島岛幣币幫帮幹干廣广廠厂強强徵征慶庆憂忧懷怀戰战戶户拋抛捨舍掃扫採采' +
  '換换損损搶抢擊击擇择擔担擴扩攝摄敗败敵敌數数斷断時时晉晋暫暂曉晓東东條条楊杨構构榮荣樂乐標标樓楼樣样橋桥機机檢检歡欢歲岁歷历殘残氣气決决沒没況况淨净減减測测渦涡湯汤準准滅灭滾滚漁渔潔洁澤泽濃浓濟济濱滨' +
  '灣湾災灾煙烟爭争牆墙狀状獨独瑪玛畝亩異异麵面隻只裡里並并萬万廢废憑凭徑径鋼钢燈灯擾扰黃黄腦脑寫写諮咨滯滞壘垒儲储劇剧勁劲庫库廟庙彙汇徹彻態态慮虑憲宪懇恳戲戏掛挂揚扬斬斩曆历檔档歸归殺杀氫氢滬沪潛潜瀏浏' +
  '爐炉獻献瓊琼疊叠盜盗矚瞩磚砖禍祸稱称窮穷競竞籠笼糧粮紀纪紅红純纯紙纸紛纷細细終终絕绝綠绿維维綜综緊紧線线練练縱纵繼继罰罚羅罗習习腳脚膽胆臨临興兴艱艰莊庄華华葉叶蒼苍蔭荫虧亏蟲虫衆众裝装襲袭覺觉覽览' +
  '觸触詐诈試试認认誌志語语誤误說说諾诺謀谋護护讀读變变豐丰貨货買买賀贺賞赏賠赔賴赖購购贊赞趨趋踐践躍跃軍军輔辅輛辆輪轮輿舆轄辖迴回逕径遊游遞递遺遗鄭郑釐厘鈔钞銀银銷销鋒锋錯错鎖锁鏈链鑑鉴閃闪閱阅闊阔闡阐' +
  '陣阵陰阴陸陆雖虽雙双雲云霧雾韓韩響响順顺預预頒颁頗颇額额願愿飛飞飲饮養养餘余駕驾騎骑騙骗驅驱驟骤鮮鲜鳥鸟鹽盐齊齐齡龄' +
  '問问聞闻師师崗岗導导啟启訊讯訓训賬账貼贴詞词訴诉輯辑遷迁馬马魯鲁綱纲繞绕緩缓薦荐銜衔屬属欄栏歐欧畢毕溝沟確确碼码貸贷蹤踪聽听係系' +
  '內内僅仅僑侨傾倾儘尽冊册別别參参啓启堅坚奬奖帶带幾几恆恒揮挥摯挚撥拨擁拥極极爲为牽牵疇畴盤盘眞真眾众禮礼絶绝羣群舉举術术託托説说謹谨讚赞併并幷并週周録录鎭镇鞏巩頸颈虛虚'

/** What each code unit stands for, 0 for itself: a table, because every text of an index is read so. */
const FOLDED = new Uint16Array(2 ** 16)
for (let i = 0; i < TRADITIONAL.length; i += 2)
  FOLDED[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1)
for (const [first, last] of ['０９', 'ＡＺ', 'ａｚ']) {
  for (let unit = first!.charCodeAt(0); unit <= last!.charCodeAt(0); unit++) FOLDED[unit] = unit - 0xfee0
}
for (const [sign, means] of ['︰：', '﹝〔', '﹞〕', '「“', '」”', '『“', '』”', '﹁“', '﹂”', '﹃“', '﹄”'])
  FOLDED[sign!.charCodeAt(0)] = means!.charCodeAt(0)

/**
 * The text as the grammar reads it, of the same length: Traditional characters of its words as Simplified ones,
 * full-width letters and digits as ASCII, the quotation marks of Traditional texts as those of Simplified ones.
 */
export function plain(text: string): string {
  let read = ''
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    const unit = FOLDED[text.charCodeAt(at)]!
    if (unit === 0) continue
    read += text.slice(copied, at) + String.fromCharCode(unit)
    copied = at + 1
  }
  return copied === 0 ? text : read + text.slice(copied)
}
