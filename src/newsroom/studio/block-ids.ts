import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { randomId } from '../../kit/random-id.ts'

const BLOCKS = [
  'paragraph',
  'heading',
  'quote',
  'callout',
  'bulletList',
  'orderedList',
  'horizontalRule',
  'image',
  'embed',
  'clip',
  'card',
]

/** Every block keeps its id for life; a new one gets its own, and so does a copy. */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes: () => [
    {
      types: BLOCKS,
      attributes: { id: { default: null, rendered: false, keepOnSplit: false } },
    },
  ],
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.splitBlock() }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        const used = new Set<unknown>()
        const change = state.tr
        state.doc.forEach((node, position) => {
          const id: unknown = node.attrs['id']
          if (typeof id === 'string' && !used.has(id)) used.add(id)
          else change.setNodeAttribute(position, 'id', randomId())
        })
        return change.docChanged ? change.setMeta('addToHistory', false) : null
      },
    }),
  ],
})
