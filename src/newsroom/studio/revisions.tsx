import { useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { useAct, useList, useRead } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Loaded, More } from '../../kit/states.tsx'
import { useStudio } from '../../kit/studio-context.ts'
import { clockSeconds, dateTime, dayWords } from '../../kit/time.ts'
import type { Revision, Story } from '../wire.ts'
import { wordsOf } from './conflict-notice.tsx'
import type { Autosaving } from './use-autosave.ts'

interface RevisionsProps {
  story: Story
  saving: Autosaving
}

type Item = Pick<Revision, 'revision' | 'at' | 'by' | 'headline'>

export function Revisions({ story, saving }: RevisionsProps) {
  const [open, setOpen] = useState(false)
  return (
    <p>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Revisions
      </button>
      {open && <RevisionsDialog story={story} saving={saving} onClose={() => setOpen(false)} />}
    </p>
  )
}

function RevisionsDialog({ story, saving, onClose }: RevisionsProps & { onClose: () => void }) {
  const { me, brand } = useStudio()
  const [shown, setShown] = useState<number | null>(null)
  const path = `/api/v1/desk/stories/${story.id}`
  const list = useList<Item>(`${path}/revisions`, [`desk:story:${story.id}`])
  const restore = useAct<number, Story>(
    async (revision) => call('POST', `${path}/restore`, { revision }, { revision: await saving.flush() }),
    { says: 'Restored. What stood there before is a revision too.', done: onClose },
  )
  return (
    <Dialog title="Revisions" size="large" onClose={onClose}>
      <Loaded query={list} what="revisions">
        {(rows) => (
          <ul className="rows">
            {rows.map(({ revision, at, by, headline }) => (
              <Row
                key={revision}
                title={headline || 'Without a headline'}
                detail={`${dayWords(at, brand.zone)}, ${clockSeconds(at, brand.zone)} · ${by === me.id ? 'you' : by ? 'a colleague' : 'Pressbox'}`}
                end={
                  <>
                    <button
                      type="button"
                      className="button"
                      aria-expanded={shown === revision}
                      aria-label={`Show the revision of ${dateTime(at, brand.zone)}`}
                      onClick={() => setShown(shown === revision ? null : revision)}
                    >
                      Show
                    </button>
                    {revision < story.revision && (
                      <button
                        type="button"
                        className="button"
                        aria-label={`Restore the revision of ${dateTime(at, brand.zone)}`}
                        disabled={restore.isPending}
                        onClick={() => restore.mutate(revision)}
                      >
                        Restore
                      </button>
                    )}
                  </>
                }
              />
            ))}
          </ul>
        )}
      </Loaded>
      <More {...list} />
      {shown !== null && <RevisionWords path={`${path}/revisions/${shown}`} />}
    </Dialog>
  )
}

function RevisionWords({ path }: { path: string }) {
  const revision = useRead<Revision>(path, [])
  return (
    <Loaded query={revision} what="the revision">
      {({ content }) => (
        <div className="version" tabIndex={0} role="region" aria-label="This revision">
          <p>
            <strong>{content.headline}</strong>
          </p>
          <p>{content.standfirst}</p>
          <p className="version-words">{wordsOf(content.document)}</p>
        </div>
      )}
    </Loaded>
  )
}
