import { call } from '../../kit/call.ts'
import { NewerNotice } from '../../kit/draft-form.tsx'
import { randomId } from '../../kit/random-id.ts'
import { useAct } from '../../kit/read.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { Empty } from '../../kit/states.tsx'
import type { Clip, Master } from '../wire.ts'
import { clipProblem, draftOfClip, toChanges } from './clip-draft.ts'
import { ClipForm } from './clip-form.tsx'
import { ClipRow } from './clip-row.tsx'
import type { Playhead } from './playhead.ts'
import type { ClipDrafting } from './use-clip-draft.ts'

interface ClipPanelProps {
  master: Master
  clips: readonly Clip[]
  drafting: ClipDrafting
  playhead: Playhead
}

/** The clips of a master, or the form of the one that is being marked. */
export function ClipPanel(props: ClipPanelProps) {
  const { master, clips, drafting, playhead } = props
  if (drafting.draft) return <OpenClip {...props} />
  const canMark = master.previewUrl !== null
  return (
    <>
      {canMark && (
        <div className="clip-new">
          <button
            type="button"
            className="button is-hot"
            onClick={() => drafting.begin({ from: playhead.now() })}
          >
            New clip from here
          </button>
          <p className="mute keys-hint">
            or press <kbd>I</kbd> where it begins and <kbd>O</kbd> where it ends.
          </p>
        </div>
      )}
      {clips.length === 0 ? (
        <Empty>
          {canMark
            ? 'No clips yet. Play the footage and mark what a story needs.'
            : 'Clips can be marked once the footage is processed.'}
        </Empty>
      ) : (
        <ul className="rows">
          {clips.map((clip) => (
            <ClipRow
              key={clip.id}
              clip={clip}
              playhead={canMark ? playhead : null}
              onEdit={() => {
                drafting.edit(clip)
                playhead.pause()
                playhead.seek(clip.inMs)
              }}
            />
          ))}
        </ul>
      )}
    </>
  )
}

function OpenClip({ master, drafting, playhead }: ClipPanelProps) {
  const { draft, clip, newer, set } = drafting
  const duration = master.durationMs ?? 0
  const save = useSave(master.id, drafting)
  const problem = draft && clipProblem(draft, duration)
  const submit = () => {
    if (draft && !problem && !save.isPending) save.mutate()
  }
  useShortcut('mod+s', 'Save the clip', submit)
  useShortcut('escape', 'Leave the clip', () => void drafting.close())
  if (!draft || !master.previewUrl) return null
  return (
    <form
      className="panel form clip-form"
      aria-label={clip ? `Clip: ${clip.title}` : 'New clip'}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>{clip ? 'Change the clip' : 'New clip'}</h2>
      {newer && (
        <NewerNotice
          what="clip"
          onTake={() => {
            drafting.drop()
            drafting.edit(newer)
          }}
        />
      )}
      <ClipForm
        draft={draft}
        set={set}
        duration={duration}
        previewUrl={master.previewUrl}
        playhead={playhead}
      />
      <div className="clip-save">
        <p className="field-hint" role="status">
          {problem ??
            (clip && isCutAnew(clip, drafting) ? 'It is cut anew; until then the old cut plays.' : '')}
        </p>
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={problem !== null || save.isPending}>
            Save the clip
          </button>
          <button type="button" className="button" onClick={() => void drafting.close()}>
            Cancel
          </button>
        </div>
      </div>
    </form>
  )
}

function isCutAnew(clip: Clip, { draft }: ClipDrafting): boolean {
  const before = draftOfClip(clip)
  return draft !== null && (before.from !== draft.from || before.to !== draft.to)
}

function useSave(masterId: string, drafting: ClipDrafting) {
  return useAct<void, Clip>(
    () => {
      const changes = drafting.draft && toChanges(drafting.draft)
      if (!changes) return Promise.reject(new Error('A clip without its ends was saved.'))
      return drafting.clip
        ? call<Clip>('PATCH', `/api/v1/clips/${drafting.clip.id}`, changes, { revision: drafting.revision })
        : call<Clip>('POST', '/api/v1/clips', { ...changes, masterId }, { idempotencyKey: randomId() })
    },
    { says: 'Clip saved.', done: () => drafting.drop() },
  )
}
