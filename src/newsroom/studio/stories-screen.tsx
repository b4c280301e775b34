import { useDeferredValue } from 'react'
import { withQuery } from '../../kit/call.ts'
import { useNow } from '../../kit/clock.ts'
import { Choice, Field, Tabs } from '../../kit/field.tsx'
import { Go, useAddressWord } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import { useStudio } from '../../kit/studio-context.ts'
import { countdown, relative, timeNear } from '../../kit/time.ts'
import type { StoryListItem } from '../wire.ts'
import { KIND_CHOICES } from './kinds.ts'
import { useAuthors, useTags } from './use-tags.ts'

type Shown = 'all' | 'draft' | 'scheduled' | 'published' | 'withdrawn' | 'mine'
const SHOWN: readonly (readonly [Shown, string])[] = [
  ['all', 'All'],
  ['mine', 'Mine'],
  ['draft', 'Drafts'],
  ['scheduled', 'Scheduled'],
  ['published', 'Published'],
  ['withdrawn', 'Withdrawn'],
]

export function StoriesScreen() {
  const [shown, setShown] = useAddressWord('state', 'all')
  const [words, setWords] = useAddressWord('q')
  const [kind, setKind] = useAddressWord('kind')
  const [tag, setTag] = useAddressWord('tag')
  const [author, setAuthor] = useAddressWord('author')
  const q = useDeferredValue(words)
  const tags = useTags()
  const authors = useAuthors()
  const named = (rows: readonly { id: string; name: string }[] | undefined) =>
    (rows ?? []).map(({ id, name }) => [id, name] as const)
  const path = withQuery('/api/v1/desk/stories', {
    ...(shown === 'mine' ? { mine: '1' } : shown === 'all' ? {} : { state: shown }),
    q,
    kind,
    tag,
    author,
  })
  return (
    <Page
      title="Stories"
      actions={
        <Go to="/stories/new" className="button is-hot">
          Write a story
        </Go>
      }
    >
      <div className="toolbar">
        <Tabs label="Which stories" value={shown as Shown} options={SHOWN} onChange={setShown} />
      </div>
      <div className="toolbar">
        <Field label="Search" className="is-wide">
          <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <Choice
          label="Kind"
          value={kind}
          options={[['', 'Every kind'], ...KIND_CHOICES]}
          onChange={setKind}
        />
        <Choice
          label="Tag"
          value={tag}
          options={[['', 'Every tag'], ...named(tags.data)]}
          onChange={setTag}
        />
        <Choice
          label="Author"
          value={author}
          options={[['', 'Everybody'], ...named(authors.data)]}
          onChange={setAuthor}
        />
      </div>
      <StoryRows path={path} />
    </Page>
  )
}

function StoryRows({ path }: { path: string }) {
  const stories = useList<StoryListItem>(path, ['desk:stories', 'stories'])
  return (
    <>
      <Loaded query={stories} what="stories">
        {(rows) =>
          rows.length === 0 ? (
            <Empty action={<Go to="/stories/new">Write one</Go>}>No story is like that.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((story) => (
                <StoryRow key={story.id} story={story} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...stories} />
    </>
  )
}

function StoryRow({ story }: { story: StoryListItem }) {
  const now = useNow()
  const { me, brand } = useStudio()
  const by = story.authors.map(({ name }) => name).join(', ')
  const saved = `saved ${relative(Date.parse(story.updatedAt), now)}${story.updatedBy === me.id ? ' by you' : ''}`
  const published = story.publishedAt ? timeNear(story.publishedAt, now, brand.zone) : ''
  return (
    <Row
      to={`/stories/${story.id}`}
      title={story.headline || 'Without a headline'}
      detail={[by || 'No byline', story.kind, published, saved].filter(Boolean).join(' · ')}
      end={
        <>
          {story.unpublishedChanges && <Badge>Unpublished changes</Badge>}
          <StateBadge story={story} />
          {story.state === 'scheduled' && story.publishedAt && (
            <span className="countdown">in {countdown(Date.parse(story.publishedAt) - now)}</span>
          )}
        </>
      }
    />
  )
}

function StateBadge({ story: { state } }: { story: StoryListItem }) {
  const tone = state === 'published' ? 'ink' : 'plain'
  return <Badge tone={tone}>{state[0]?.toUpperCase() + state.slice(1)}</Badge>
}
