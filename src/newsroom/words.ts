import { type Document, plainText } from './document.ts'

/** Weighted for search: headline; standfirst and names; everything else. And what is looked at for words that were typed wrongly. */
export interface Words {
  first: string
  second: string
  rest: string
  alike: string
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
  second: [standfirst, ...namesOf(authors), ...namesOf(tags)].join('\n'),
  rest: plainText(document).slice(0, MAX_SEARCHED),
  alike: [headline, ...namesOf(authors)].join('\n'),
})

const namesOf = (filed: readonly { name: string }[]): string[] => filed.map(({ name }) => name)
