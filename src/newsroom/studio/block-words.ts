import type { Block, Document, Inline } from './document-types.ts'

const plain = (text: readonly Inline[]): string => text.map((inline) => inline.text).join('')
const named = (thing: string, name: string): string => (name ? `[${thing}: ${name}]` : `[${thing}]`)

/** A block as plain words; of what has none, what it is. */
export function blockWords(block: Block): string {
  switch (block.type) {
    case 'list':
      return block.items.map((item) => `• ${plain(item)}`).join('\n')
    case 'quote':
      return block.cite ? `${plain(block.text)}\n${block.cite}` : plain(block.text)
    case 'image':
      return named('Picture', block.caption || block.alt)
    case 'embed':
      return named('Video', block.title)
    case 'clip':
      return '[Clip]'
    case 'card':
      return named('Card', block.module)
    case 'divider':
      return '[Divider]'
    case 'paragraph':
    case 'heading':
    case 'callout':
      return plain(block.text)
  }
}

export const documentWords = ({ blocks }: Document): string => blocks.map(blockWords).join('\n\n')
