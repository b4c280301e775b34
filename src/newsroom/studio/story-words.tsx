import type { StoryInput } from '../wire.ts'
import { documentWords } from './block-words.ts'

/** One version of a story, by its words alone. */
export function StoryWords({ content }: { content: StoryInput }) {
  return (
    <>
      <p>
        <strong>{content.headline || 'Without a headline'}</strong>
      </p>
      <p>{content.standfirst}</p>
      <p className="version-words">{documentWords(content.document)}</p>
    </>
  )
}
