import { useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { Loaded } from '../../kit/states.tsx'
import { useTitle } from '../../kit/go.tsx'
import { useToast } from '../../kit/toast.tsx'
import type { Story } from '../wire.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { DocumentEditor, fetchEditor } from './document-editor-lazy.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { Revisions } from './revisions.tsx'
import { SaveState } from './save-state.tsx'
import { StoryFields } from './story-fields.tsx'
import { useAutosave } from './use-autosave.ts'

void fetchEditor()

export function StoryScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const story = useRead<Story>(`/api/v1/desk/stories/${id}`, [`desk:story:${id}`])
  return (
    <Loaded query={story} what="the story">
      {(data) => <StoryEditor key={data.id} story={data} />}
    </Loaded>
  )
}

function StoryEditor({ story }: { story: Story }) {
  const saving = useAutosave(story)
  const toast = useToast()
  const { current } = saving.state
  useTitle(current.headline || 'Story')
  useShortcut('mod+s', 'Save now', () => {
    saving.flush().then(() => toast.say('Saved.'), toast.fail)
  })
  return (
    <div className="story-page">
      <div className="story-main">
        <h1 className="unseen" tabIndex={-1}>
          {current.headline || 'Story without a headline'}
        </h1>
        <SaveState saving={saving} story={story} />
        <ConflictNotice saving={saving} />
        <textarea
          className="headline-input"
          aria-label="Headline"
          placeholder="Headline"
          rows={1}
          maxLength={200}
          value={current.headline}
          onChange={(event) => saving.type({ headline: event.target.value.replaceAll('\n', ' ') })}
        />
        <textarea
          className="standfirst-input"
          aria-label="Standfirst"
          placeholder="Standfirst: what it is about, in a sentence or two"
          rows={2}
          maxLength={600}
          value={current.standfirst}
          onChange={(event) => saving.type({ standfirst: event.target.value.replaceAll('\n', ' ') })}
        />
        <DocumentEditor
          label="Story"
          value={current.document}
          onChange={(document) => saving.type({ document })}
        />
      </div>
      <aside className="story-side" aria-label="About this story">
        <PublishPanel story={story} saving={saving} />
        <StoryFields content={current} type={saving.type} />
        <Revisions story={story} saving={saving} />
      </aside>
    </div>
  )
}
