import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { type Acting, useAct, useRead } from '../../kit/read.ts'
import { Go } from '../../kit/go.tsx'
import type { Story } from '../wire.ts'
import { contentOf } from './use-autosave.ts'

/** The first words of the studio: change a headline here, and watch it change on every open page. */
export function HeadlineInvitation({ storyId }: { storyId: string }) {
  const path = `/api/v1/desk/stories/${storyId}`
  const story = useRead<Story>(path, ['desk:stories', `desk:story:${storyId}`])
  if (!story.data) return null
  return <HeadlineForm key={story.data.headline} story={story.data} path={path} />
}

function HeadlineForm({ story, path }: { story: Story; path: string }) {
  const [headline, setHeadline] = useState(story.headline)
  const change: Acting<string, Story> = useAct((words: string) => changeHeadline(path, words), {
    says: 'The headline has changed on every open page.',
    undo: () => ({ act: () => change.mutate(story.headline) }),
  })
  const pending = story.published !== null && story.published.revision < story.revision
  return (
    <section className="invitation" aria-labelledby="invitation">
      <h2 id="invitation" className="is-plain">
        <label htmlFor="invitation-headline">Change this headline, and watch it change on the phone.</label>
      </h2>
      {pending ? (
        <p>
          This story has unpublished changes. <Go to={`/stories/${story.id}`}>Look at them first</Go>
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate(headline)
          }}
        >
          <input
            id="invitation-headline"
            required
            maxLength={200}
            value={headline}
            onChange={(event) => setHeadline(event.target.value)}
          />
          <button
            type="submit"
            className="button is-hot"
            disabled={change.isPending || headline.trim() === '' || headline === story.headline}
          >
            Change it
          </button>
        </form>
      )}
    </section>
  )
}

/** Saves the story with another headline and publishes that, as two steps of the same door as the editor's. */
async function changeHeadline(path: string, headline: string): Promise<Story> {
  const fresh = await call<Story>('GET', path)
  const changed = { ...contentOf(fresh), headline }
  const saved = await call<Story>('PUT', path, changed, { revision: fresh.revision })
  return call<Story>('POST', `${path}/publish`, {}, { revision: saved.revision })
}
