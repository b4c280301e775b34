import type { Author, Story } from '../../src/newsroom/wire.ts'
import type { Desk } from '../../test/support/desk.ts'

const authors = new WeakMap<Desk, Promise<Author>>()

/** The one byline of all of them. */
function authorOf(desk: Desk): Promise<Author> {
  const author =
    authors.get(desk) ?? desk.must<Author>('POST', '/api/v1/desk/authors', { body: { name: 'Oda Fenn' } })
  authors.set(desk, author)
  return author
}

/** A published story of these blocks, which get their ids here; its path. */
export async function publishBlocks(
  desk: Desk,
  headline: string,
  blocks: readonly object[],
): Promise<string> {
  const author = await authorOf(desk)
  const document = { schema: 1, blocks: blocks.map((block, i) => ({ id: `b${i}`, ...block })) }
  const story = await desk.must<Story>('POST', '/api/v1/desk/stories', {
    body: { headline, standfirst: 'What it shows, and what it does not.', authors: [author.id], document },
  })
  return (await desk.publish(story)).published?.path ?? ''
}
