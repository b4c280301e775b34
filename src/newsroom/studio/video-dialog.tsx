import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { insertVideo, videoIn } from './insert-video.ts'

export function VideoDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const link = videoIn(typed)
  return (
    <Dialog title="Video" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!link) return
          onClose()
          insertVideo(editor, link)
        }}
      >
        <Field
          label="Its address on YouTube or Vimeo"
          hint="Readers load it with a click; until then nothing reaches that site."
          problem={typed !== '' && !link ? 'This is no address of a YouTube or Vimeo video.' : null}
        >
          <input value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <div className="dialog-actions">
          <button type="submit" className="button is-hot" disabled={!link}>
            Put it in
          </button>
        </div>
      </form>
    </Dialog>
  )
}
