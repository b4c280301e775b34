import { type Document, plainText } from './document.ts'

/** Weighted for search: headline; standfirst and names; everything else. */
export interface Words {
  first: string
  second: string
  rest: string
}

interface Worded {
  headline: string
  standfirst: string
  document: Document
  authors: readonly { name: string }[]
  tags: readonly { name: string }[]
}

/** Characters: PostgreSQL refuses a list of words of 1 MB. */
const MAX_SEARCHED = 150_000

/** What a published story is found by. */
export const wordsOf = ({ headline, standfirst, document, authors, tags }: Worded): Words => ({
  first: headline,
  second: [standfirst, ...[...authors, ...tags].map(({ name }) => name)].join('\n'),
  rest: plainText(document).slice(0, MAX_SEARCHED),
})
