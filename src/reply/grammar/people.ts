import { compact } from '../lines/line.js'
import type { Contact, Leader } from '../reply.js'
import { datesOfLine, findDate } from './dates.js'
import { readLabels, stripPunctuation } from './labels.js'
import { isName, splitNames } from './names.js'
import { isOffice } from './offices.js'

const PHONE =
  /(?<!\d)(?:\d{3,4}\s?[-—–－]\s?)?\d{7,8}(?![\d*])|(?<!\d)1[\d*]{10}(?![\d*])|(?<!\d)0\d{10,11}(?!\d)/g

/** Shorter, the name of an office may be that of a person. */
const SHORTEST_OFFICE = 5

/** 签发人：鲁木槿    A类, 签发人：鲁木槿  青水函〔2023〕18号 */
const BEHIND_LEADER = /\s(?:[（(]?[A-D]类?[）)]?$|\S{0,30}[〔[【][\s\S]*)/

/** 签发人：顾南星青水函〔2023〕18号: where his name ends is not printed. */
const NUMBER = /[〔[【](?:19|20)\d\d/

/** Whether a text without white space is phone numbers and nothing else. */
export function isPhones(text: string): boolean {
  return (
    !/\p{Script=Han}/u.test(text) &&
    text.replace(PHONE, '').replace(/[、，,/]/g, '') === '' &&
    datesOfLine(text).length === 0
  )
}

export function withoutPhones(text: string): string {
  return stripPunctuation(text.replace(PHONE, ''))
}

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
    .map(({ label, value }) => ({ role: label, name: compact(value.replace(BEHIND_LEADER, '')) }))
}

/** Who a sentence says has approved the letter: `此复函已经顾南星主任审签。` */
export function readApproval(sentence: string): Leader[] {
  const name = /经(\p{Script=Han}{2,4}?)(?:局长|主任|厅长|书记|主席|[区县市]长)?审签/u.exec(
    compact(sentence),
  )?.[1]
  return name === undefined ? [] : [{ role: '审签', name }]
}

/** The people to ask and their phones, from the lines of a sign-off; a phone is the last person's. */
export function readContacts(lines: string[]): Contact[] {
  const contacts: Contact[] = []
  for (const line of lines) {
    const { before, values } = readLabels(line)
    const name = compact(before)
    if (values[0]?.kind === 'phone' && isName(name) && !isOffice(name)) contacts.push({ name })
    for (const { kind, label, value } of values) {
      if (kind === 'contact') addPeople(contacts, label, value)
      if (kind === 'contact' || kind === 'phone' || label.endsWith('电话')) addPhones(contacts, value)
    }
    if (values.length === 0 && isPhones(name) && datesOfLine(name).length === 0) addPhones(contacts, line)
  }
  return contacts
}

/** 联系人及电话：鲁木槿 000-1234567 names a person of the role 联系人. */
function addPeople(contacts: Contact[], label: string, value: string): void {
  const role = label.replace(/(?:及|和)(?:联系)?电话$/, '')
  const said = stripPunctuation(value.replace(PHONE, '').replace(/[（(].*/, ''))
  const names = splitNames(withoutPost(said)).map(withoutOffice).filter(isPerson)
  const last = contacts.at(-1)
  const isPhoneAlone = last?.phone !== undefined && last.name === undefined
  if (isPhoneAlone && names[0]) Object.assign(last, { role, name: names.shift() })
  contacts.push(...names.map((name) => ({ role, name })))
}

/** 张  明 县水利局副局长 is the name of 张明, with his post. */
function withoutPost(names: string): string {
  return /^(\p{Script=Han}\s+\p{Script=Han})\s+\p{Script=Han}{4,}$/u.exec(names)?.[1] ?? names
}

/** 联系单位、联系人及电话：青禾县水利局 鲁木槿 names the office first; 鲁建会 ends as an office does. */
function isPerson(name: string): boolean {
  return name.length < SHORTEST_OFFICE || !isOffice(name)
}

/** 青禾县水利局鲁木槿 is the name of 鲁木槿, behind the office; 司 behind 局 begins the name, 司马木槿. */
function withoutOffice(name: string): string {
  const person =
    /^\p{Script=Han}{3,20}(?:[局厅委办科股室处]|(?<![局厅司委办科股室处])司)(\p{Script=Han}{2,3})$/u.exec(
      name,
    )?.[1]
  return person === undefined || isOffice(name) ? name : person
}

function addPhones(contacts: Contact[], value: string): void {
  for (const [printed] of value.matchAll(PHONE)) {
    const phone = compact(printed)
    const last = contacts.at(-1)
    if (last && last.phone === undefined) last.phone = phone
    else contacts.push({ phone })
  }
}
