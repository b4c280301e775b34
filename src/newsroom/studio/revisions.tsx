import { Fragment, useState } from 'react'
import { call } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { useAct, useList } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Loaded, More } from '../../kit/states.tsx'
import { useStudio } from '../../kit/studio-context.ts'
import { clockSeconds, dateTime, dayWords } from '../../kit/time.ts'
import type { RevisionItem, Story } from '../wire.ts'
import { RevisionView } from './revision-view.tsx'
import type { Autosaving } from './use-autosave.ts'

interface RevisionsProps {
  story: Story
  saving: Autosaving
}

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
  const [shown, setShown] = useState<number | null>(null)
  const path = `/api/v1/desk/stories/${story.id}`
  const list = useList<RevisionItem>(`${path}/revisions`, [`desk:story:${story.id}`])
  const restore = useAct<number, Story>(
    async (revision) => call('POST', `${path}/restore`, { revision }, { revision: await saving.flush() }),
    { says: 'Restored. What stood there before is a revision too.', done: onClose },
  )
  return (
    <Dialog title="Revisions" size="large" onClose={onClose}>
      <Loaded query={list} what="revisions">
        {(rows) => (
          <ul className="rows">
            {rows.map((item) => (
              <Fragment key={item.revision}>
                <RevisionRow
                  item={item}
                  shown={shown === item.revision}
                  onShow={() => setShown(shown === item.revision ? null : item.revision)}
                  onRestore={item.revision < story.revision ? () => restore.mutate(item.revision) : null}
                  busy={restore.isPending}
                />
                {shown === item.revision && (
                  <li>
                    <RevisionView
                      path={`${path}/revisions`}
                      revision={item.revision}
                      now={saving.state.current}
                    />
                  </li>
                )}
              </Fragment>
            ))}
          </ul>
        )}
      </Loaded>
      <More {...list} />
    </Dialog>
  )
}

interface RevisionRowProps {
  item: RevisionItem
  shown: boolean
  onShow: () => void
  /** Null: it is what the story says now. */
  onRestore: (() => void) | null
  busy: boolean
}

function RevisionRow({ item: { at, by, headline }, shown, onShow, onRestore, busy }: RevisionRowProps) {
  const { me, brand } = useStudio()
  const when = dateTime(at, brand.zone)
  const who = by === me.id ? 'you' : by ? 'a colleague' : 'Pressbox'
  return (
    <Row
      title={headline || 'Without a headline'}
      detail={`${dayWords(at, brand.zone)}, ${clockSeconds(at, brand.zone)} · ${who}`}
      end={
        <>
          <button
            type="button"
            className="button"
            aria-expanded={shown}
            aria-label={`Show the revision of ${when}`}
            onClick={onShow}
          >
            Show
          </button>
          {onRestore && (
            <button
              type="button"
              className="button"
              aria-label={`Restore the revision of ${when}`}
              disabled={busy}
              onClick={onRestore}
            >
              Restore
            </button>
          )}
        </>
      }
    />
  )
}
