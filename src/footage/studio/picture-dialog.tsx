import { call } from '../../kit/call.ts'
import { useConfirm } from '../../kit/use-confirm.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { useAct } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import { useDraft } from '../../kit/use-draft.ts'
import type { PictureChanges, PictureDto } from '../wire.ts'
import { FocalPoint } from './focal-point.tsx'
import { usePicture } from './use-picture.ts'

export function PictureDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const picture = usePicture(id)
  return (
    <Dialog title="Picture" size="large" onClose={onClose}>
      <Loaded query={picture} what="the picture">
        {(data) => <PictureForm picture={data} onClose={onClose} />}
      </Loaded>
    </Dialog>
  )
}

const wordsOf = ({ alt, caption, credit, rightsNote, focalX, focalY }: PictureDto) => ({
  alt,
  caption,
  credit,
  rightsNote,
  focalX,
  focalY,
})

function PictureForm({ picture, onClose }: { picture: PictureDto; onClose: () => void }) {
  const draft = useDraft(wordsOf(picture), picture.revision)
  const zone = useZone()
  const confirm = useConfirm()
  const path = `/api/v1/pictures/${picture.id}`
  const save = useAct<PictureChanges, PictureDto>(
    (changes) => call('PATCH', path, changes, { revision: draft.revision }),
    { says: 'Picture saved.', done: onClose },
  )
  const remove = useAct(() => call('DELETE', path, undefined, { revision: picture.revision }), {
    says: 'Picture removed.',
    done: onClose,
  })
  const askToRemove = async () => {
    const sure = await confirm({
      title: 'Remove this picture?',
      words: 'It is removed for good, if no story, author or page uses it.',
      yes: 'Remove',
      danger: true,
    })
    if (sure) remove.mutate(undefined)
  }
  const { value, set } = draft
  return (
    <form
      className="form picture-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(value)
      }}
    >
      <FocalPoint picture={picture} x={value.focalX} y={value.focalY} onChange={set} />
      <div className="form">
        <Field label="What it shows" hint="For who cannot see it. A picture cannot be published without.">
          <textarea value={value.alt} required onChange={(event) => set({ alt: event.target.value })} />
        </Field>
        <Field label="Caption">
          <textarea value={value.caption} onChange={(event) => set({ caption: event.target.value })} />
        </Field>
        <Field label="Credit">
          <input value={value.credit} onChange={(event) => set({ credit: event.target.value })} />
        </Field>
        <Field label="Where it came from" hint="What we may do with it. Readers never see this.">
          <textarea value={value.rightsNote} onChange={(event) => set({ rightsNote: event.target.value })} />
        </Field>
        <p className="mute">
          {picture.width} × {picture.height}, added {dateTime(picture.createdAt, zone)}
        </p>
        <div className="form-actions">
          <button type="submit" className="button is-hot" disabled={save.isPending}>
            Save
          </button>
          <button type="button" className="button is-danger" onClick={() => void askToRemove()}>
            Remove
          </button>
        </div>
      </div>
    </form>
  )
}
