import type { JSONContent } from '@tiptap/core'
import type { Block, Document, Inline } from './document-types.ts'

/** The canonical document as the editor holds it. Pure; `tiptapToDocument` is its inverse. */
export function documentToTiptap({ blocks }: Pick<Document, 'blocks'>): JSONContent {
  const content = blocks.map(toNode).filter((node) => node !== null)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function toNode(block: Block): JSONContent | null {
  const { id, type, ...rest } = block
  switch (block.type) {
    case 'paragraph':
    case 'callout':
      return withText(block.type, { id }, block.text)
    case 'heading':
      return withText('heading', { id, level: block.level }, block.text)
    case 'quote':
      return withText('quote', { id, cite: block.cite ?? '', moment: block.moment ?? null }, block.text)
    case 'list':
      // The editor's schema has no list without items.
      return block.items.length === 0 ? null : listNode(id, block.ordered, block.items)
    case 'divider':
      return { type: 'horizontalRule', attrs: { id } }
    case 'image':
    case 'embed':
    case 'clip':
      // In the editor `id` is the block's on every node, so an atom's own fields stand beside it by their names.
      return { type, attrs: { id, ...rest } }
    case 'card':
      return { type: 'card', attrs: { id, module: block.module, ref: block.ref } }
  }
}

const listNode = (id: string, ordered: boolean, items: readonly Inline[][]): JSONContent => ({
  type: ordered ? 'orderedList' : 'bulletList',
  attrs: { id },
  content: items.map((text) => ({ type: 'listItem', content: [withText('paragraph', {}, text)] })),
})

function withText(type: string, attrs: Record<string, unknown>, text: readonly Inline[]): JSONContent {
  const content = text.filter((part) => part.text !== '').map(toText)
  return {
    type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

function toText({ text, bold, italic, link, moment }: Inline): JSONContent {
  const marks = [
    ...(link === undefined ? [] : [{ type: 'link', attrs: { href: link } }]),
    ...(moment ? [{ type: 'moment', attrs: moment }] : []),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
  ]
  return { type: 'text', text, ...(marks.length > 0 && { marks }) }
}
