import { numberOf } from '../reply/grammar/numerals.js'
import { type Paragraph, paragraphsOf, type Reply, type Section } from '../reply/reply.js'
import type { Analyzer } from '../text/analyzer.js'
import { bigramsOf } from '../text/bigrams.js'
import { runsOf } from '../text/runs.js'
import { dateTerm, dayTerm, numberTerm } from './letter-terms.js'
import type { Field } from './posting-store.js'
import { roleOf, titlesOf } from './sections.js'

/** A paragraph as it is indexed: its terms, and the length that its text is scored by. */
export interface ParagraphTerms {
  id: string
  terms: Record<Field, string[]>
  /** As `scoredLength` has it. */
  length: number
  /** Names of places in the text, each once. */
  places: readonly string[]
}

/**
 * How many times as long as they are the opening and closing of a letter are taken to be: they repeat the words of a
 * question (您提出的关于…的建议收悉) and answer nothing. Source: 63 questions on 314 letters; 2 to 8 put two or three more of
 * their paragraphs first.
 */
const COURTESY = 4

/** The paragraphs of a reply in reading order. */
export function* paragraphTerms(reply: Reply, analyzer: Analyzer): Generator<ParagraphTerms> {
  for (const { paragraph, path, terms } of titleTerms(reply, analyzer)) {
    const { places, ...body } = analyzer.analyze(paragraph.text)
    yield {
      id: paragraph.id,
      terms: { ...body, ...terms },
      length: scoredLength(body.words.length + body.bigrams.length + body.characters.length, roleOf(path)),
      places,
    }
  }
}

/** The same paragraphs with what they are found by beside their texts. */
export function* titleTerms(
  reply: Reply,
  analyzer: Analyzer,
): Generator<{
  paragraph: Paragraph
  path: readonly Section[]
  terms: Record<'sections' | 'proposals' | 'names', string[]>
}> {
  const proposals = distinctTerms(proposalTitles(reply), analyzer)
  let names = nameTerms(reply, analyzer)
  for (const { paragraph, path } of paragraphsOf(reply)) {
    const sections = distinctTerms(headingsOf(paragraph, path), analyzer)
    yield { paragraph, path, terms: { sections, proposals, names } }
    names = []
  }
}

/** @param terms The number of words, bigrams and characters in a paragraph's text. */
export function scoredLength(terms: number, role: Section['role']): number {
  return role === 'opening' || role === 'closing' ? terms * COURTESY : terms
}

/** What stands above a paragraph: the titles of its sections, and its own lead. */
export function headingsOf({ lead }: Paragraph, path: readonly Section[]): string[] {
  return lead ? [...titlesOf(path), lead] : titlesOf(path)
}

/** The titles of a reply's proposals. */
export function proposalTitles(reply: Pick<Reply, 'proposals'>): string[] {
  return reply.proposals.flatMap((proposal) => (proposal.title ? [proposal.title] : []))
}

/** What a reader may know a letter by: each leads to the reply's first paragraph. */
export function namesOf(reply: Omit<Reply, 'sections'>): string[] {
  return Object.values(namesByField(reply)).flat()
}

/** The same names, by what they are. */
export function namesByField(
  reply: Omit<Reply, 'sections'>,
): Record<'number' | 'person' | 'office', string[]> {
  const { contacts, leaders } = reply
  return {
    number: present([
      reply.documentNumber,
      ...reply.proposals.flatMap((proposal) => [proposal.number, proposal.session]),
      ...contacts.map((contact) => contact.phone),
    ]),
    person: present([
      ...reply.recipients,
      ...leaders.map((leader) => leader.name),
      ...contacts.map((contact) => contact.name),
    ]),
    office: present([reply.issuer, reply.signatory, ...(reply.coHandlers ?? []), ...reply.copies]),
  }
}

/** Each value once, and none that is empty. */
export function present(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values)].filter((value) => value !== undefined && value !== '') as string[]
}

/**
 * The terms of a reply's names, and some that no other number holds: 第5号 is not 第105号, and a letter's date is not printed
 * where its paragraphs are.
 */
export function nameTerms(reply: Omit<Reply, 'sections'>, analyzer: Pick<Analyzer, 'folding'>): string[] {
  const numbers = reply.proposals.flatMap(({ number }) =>
    number ? numberTerm(String(numberOf(number) ?? analyzer.folding.fold(number))) : [],
  )
  const [year, month, day] = reply.date?.split('-') ?? []
  const dates = day
    ? [dateTerm(year!, month!, day), dateTerm(year!, month!), dayTerm(dateTerm(month!, day))]
    : []
  return present([...distinctTerms(namesOf(reply), analyzer), ...numbers, ...dates])
}

/**
 * Titles and names are short: a term counts once, and one list holds their bigrams, characters, Latin words and numbers.
 */
export function distinctTerms(texts: readonly string[], { folding }: Pick<Analyzer, 'folding'>): string[] {
  if (texts.length === 0) return []
  const distinct = new Set<string>()
  for (const run of texts.flatMap((text) => runsOf(folding.fold(text)))) {
    for (const bigram of bigramsOf(run.text)) distinct.add(bigram)
    for (const character of run.text) distinct.add(character)
    for (const stretch of run.stretches) if (stretch.alphabetic) distinct.add(stretch.text)
  }
  return [...distinct]
}
