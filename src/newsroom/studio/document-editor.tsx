import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { randomId } from '../../kit/random-id.ts'
import { useToast } from '../../kit/toast.tsx'
import { documentToTiptap } from './document-to-tiptap.ts'
import type { Document } from './document-types.ts'
import { extensionsOf } from './editor-extensions.ts'
import { EditorToolbar } from './editor-toolbar.tsx'
import { insertPictures } from './insert-pictures.ts'
import { insertVideo, videoIn } from './insert-video.ts'
import { tiptapToDocument } from './tiptap-to-document.ts'

export interface DocumentEditorProps {
  label: string
  value: Document
  onChange: (document: Document) => void
}

/** Writes a canonical document. A value that did not come from here replaces what stands in it. */
export function DocumentEditor({ label, value, onChange }: DocumentEditorProps) {
  const toast = useToast()
  const written = useRef(value)
  const tell = useRef(onChange)
  tell.current = onChange
  const held = useRef<Editor | null>(null)
  const editor = useEditor({
    injectCSS: false,
    extensions: extensionsOf('Write, or paste. Drop pictures in, paste a YouTube link on a line of its own.'),
    content: documentToTiptap(value),
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox', class: 'prose' },
      handlePaste: (_view, event) => {
        const { clipboardData } = event
        const link = videoIn(clipboardData?.getData('text/plain') ?? '')
        if (held.current && link) {
          insertVideo(held.current, link)
          return true
        }
        return held.current !== null && insertPictures(held.current, clipboardData?.files, toast.fail)
      },
      handleDrop: (view, event, _slice, moved) => {
        if (moved || !held.current) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
        const taken = insertPictures(held.current, event.dataTransfer?.files, toast.fail, at)
        if (taken) event.preventDefault()
        return taken
      },
    },
    onUpdate: ({ editor: now }) => {
      const document = tiptapToDocument(now.getJSON(), randomId)
      written.current = document
      tell.current(document)
    },
  })
  held.current = editor
  useEffect(() => {
    if (!editor || value === written.current) return
    written.current = value
    editor.commands.setContent(documentToTiptap(value), { emitUpdate: false })
  }, [editor, value])
  return (
    <div className="editor">
      {editor && <EditorToolbar editor={editor} />}
      <EditorContent editor={editor} />
    </div>
  )
}
