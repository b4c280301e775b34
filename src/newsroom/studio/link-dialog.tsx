import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { isLinkable, toHref } from './links.ts'

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before: unknown = editor.getAttributes('link')['href']
  const [typed, setTyped] = useState(typeof before === 'string' ? before : '')
  const href = toHref(typed)
  const wrong = typed.trim() !== '' && !isLinkable(href)
  const set = () => {
    onClose()
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && before === undefined)
      chain
        .insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run()
    else chain.setLink({ href }).run()
    // What is typed next stands behind the link, not in it.
    if (href !== '') editor.chain().setTextSelection(editor.state.selection.to).unsetMark('link').run()
  }
  return (
    <Dialog title="Link" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) set()
        }}
      >
        <Field
          label="Address"
          hint="https://…, or a path of this site such as /stories/… Empty: no link."
          problem={wrong ? 'A link starts with https://, http://, mailto: or / (a path of this site).' : null}
        >
          <input value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <div className="dialog-actions">
          <button type="submit" className="button is-hot">
            {href === '' ? 'Remove link' : 'Set link'}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
