import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { useList, useRead } from '../../kit/read.ts'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import type { Master, MasterList } from '../wire.ts'
import { MasterRow } from './master-row.tsx'
import { UploadList } from './upload-list.tsx'
import { UploadPlace } from './upload-place.tsx'
import { useUnfinished, useUploads } from './use-uploads.ts'

const TOPICS = ['desk:footage']
/** One row of the list, for what stands above it: what this server can take. */
const LIMITS = '/api/v1/masters?limit=1'

export function FootageScreen() {
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const masters = useList<Master>(withQuery('/api/v1/masters', { q }), TOPICS)
  const limits = useRead<MasterList>(LIMITS, TOPICS)
  const sending = useUploads()
  const [unfinished, forget] = useUnfinished()
  const isEmpty = q === '' && masters.data?.length === 0 && sending.length === 0
  // What is sent from here stands above, with its rate; so does what was not finished.
  const above = new Set([...sending, ...unfinished].map(({ masterId }) => masterId))
  const shown = (rows: Master[]) => rows.filter(({ id, state }) => state !== 'uploading' || !above.has(id))
  return (
    <Page title="Footage">
      {limits.data?.toolProblem && (
        <div className="notice footage-notice" role="alert">
          <p>
            <strong>Nothing can be processed here.</strong> {limits.data.toolProblem}
          </p>
        </div>
      )}
      {limits.data && (
        <UploadPlace most={limits.data.maxUploadBytes}>
          {isEmpty && (
            <p className="upload-invitation">
              No footage yet. Add the first video: mark clips on it, tie quotes to what is said, and show
              where it came from.
            </p>
          )}
        </UploadPlace>
      )}
      <UploadList sending={sending} unfinished={unfinished} onForget={forget} />
      {!isEmpty && (
        <div className="toolbar">
          <Field label="Search footage" className="is-wide">
            <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
          </Field>
        </div>
      )}
      <Loaded query={masters} what="footage">
        {(rows) =>
          shown(rows).length === 0 ? (
            q !== '' && <Empty>No footage has “{q}” in its name.</Empty>
          ) : (
            <ul className="rows">
              {shown(rows).map((master) => (
                <MasterRow key={master.id} master={master} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...masters} />
    </Page>
  )
}
