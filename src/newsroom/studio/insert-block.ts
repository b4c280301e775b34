import type { Editor, JSONContent } from '@tiptap/core'

/** Puts a block of its own below the one that is written in, or in place of an empty line; writing goes on after it. */
export function insertBlock(editor: Editor, node: JSONContent, at = editor.state.selection.to): void {
  const { doc } = editor.state
  const place = doc.resolve(at)
  const line = place.depth === 1 ? place.parent : null
  const isEmptyLine = line?.type.name === 'paragraph' && line.content.size === 0
  const end = place.depth > 0 ? place.after(1) : at
  const start = isEmptyLine ? place.before(1) : end
  const content = end === doc.content.size ? [node, { type: 'paragraph' }] : [node]
  editor
    .chain()
    .insertContentAt({ from: start, to: end }, content)
    // Past the block and into the next line.
    .setTextSelection(start + editor.schema.nodeFromJSON(node).nodeSize + 1)
    .focus()
    .run()
}
