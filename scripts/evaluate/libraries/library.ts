/** What a library is given to index. */
export interface Document {
  id: string
  text: string
  /** The title of the section that the text stands in. */
  section?: string
  /** The title of the proposal that the text answers. */
  proposal?: string
}

/** Documents that one library has indexed. */
export interface Engine {
  /** The ids of the first hits, best first. */
  search(query: string, limit: number): Promise<string[]>
  /** The ids of all hits. */
  matches(query: string): Promise<Set<string>>
  /** The ids of the documents that hold the text as it stands; where a library has no phrases, those with all its words. */
  quoted(text: string): Promise<Set<string>>
  /** The first texts that are offered to complete what was typed, best first. */
  suggest(typed: string, limit: number): Promise<string[]>
  close(): Promise<void>
}

/** A library with its settings. */
export interface Library {
  name: string
  index(documents: readonly Document[]): Promise<Engine>
}
