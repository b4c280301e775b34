import type { Editor } from '@tiptap/core'
import { type PictureDto, picturesIn, uploadPicture } from '../../footage/studio/public.ts'
import { randomId } from '../../kit/random-id.ts'
import { insertBlock } from './insert-block.ts'
import { setSending } from './sendings.ts'

/** Puts in pictures that were dropped or pasted, each in its place while it is sent. `false`: there were none. */
export function insertPictures(
  editor: Editor,
  files: FileList | null | undefined,
  onFailure: (error: unknown) => void,
  at?: number,
): boolean {
  const pictures = picturesIn(files)
  for (const file of pictures) void insertOne(editor, file, onFailure, at)
  return pictures.length > 0
}

async function insertOne(
  editor: Editor,
  file: File,
  onFailure: (error: unknown) => void,
  at = editor.state.selection.to,
): Promise<void> {
  const sending = randomId()
  const preview = URL.createObjectURL(file)
  setSending(sending, { part: 0, preview })
  insertBlock(editor, { type: 'image', attrs: { sending } }, at)
  try {
    const picture = await uploadPicture(file, (part) => setSending(sending, { part, preview }))
    changeNode(editor, sending, attrsOf(picture))
  } catch (error) {
    changeNode(editor, sending, null)
    onFailure(error)
  } finally {
    setSending(sending, null)
  }
}

/** What a picture of the library brings into a story; its words may be changed there. */
export const attrsOf = ({ id, alt, caption, credit }: PictureDto) => ({ picture: id, alt, caption, credit })

/** Finds the place where it is now: one may have written on, or removed it. */
function changeNode(editor: Editor, sending: string, attrs: Record<string, unknown> | null): void {
  if (editor.isDestroyed) return
  editor.commands.command(({ tr, state }) => {
    let found = false
    state.doc.forEach((node, position) => {
      if (found || node.attrs['sending'] !== sending) return
      found = true
      if (attrs) tr.setNodeMarkup(position, null, { ...node.attrs, ...attrs, sending: null })
      else tr.delete(position, position + node.nodeSize)
    })
    return found
  })
}
