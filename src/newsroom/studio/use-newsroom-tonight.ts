import { useList } from '../../kit/read.ts'
import { useMay } from '../../kit/studio-context.ts'
import type { TonightEntry, TonightPart } from '../../kit/tonight.ts'
import type { StoryListItem } from '../wire.ts'

const TOPICS = ['desk:stories', 'stories']
const NONE: StoryListItem[] = []

export function useNewsroomTonight(): TonightPart {
  const mayWrite = useMay('story.write')
  const asked = (path: string) => (mayWrite ? path : null)
  const scheduled = useList<StoryListItem>(asked('/api/v1/desk/stories?state=scheduled&limit=20'), TOPICS)
  const published = useList<StoryListItem>(asked('/api/v1/desk/stories?state=published&limit=5'), TOPICS)
  const stories = [...(scheduled.data ?? NONE), ...(published.data ?? NONE)]
  return {
    entries: stories.flatMap((story) => (story.publishedAt ? [entryOf(story, story.publishedAt)] : [])),
    alarms: [],
    error: scheduled.error,
    loading: scheduled.isLoading || published.isLoading,
  }
}

function entryOf(story: StoryListItem, at: string): TonightEntry {
  const authors = story.authors.map(({ name }) => name).join(', ')
  const state = story.state === 'scheduled' ? 'scheduled' : 'published'
  return {
    key: `story:${story.id}`,
    at,
    title: story.headline,
    detail: ['Story', authors, story.unpublishedChanges ? `${state}, with unpublished changes` : state]
      .filter((part) => part !== '')
      .join(' · '),
    state: story.state === 'scheduled' ? 'coming' : 'past',
    to: `/stories/${story.id}`,
  }
}
