import { mergeAttributes, Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { CardView, EmbedView, ImageView, QuoteView } from './block-views.tsx'

/** Words that nobody types into: they are fields beside the block, never markup. */
const field = (otherwise: unknown) => ({ default: otherwise, rendered: false })

export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ cite: field('') }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addNodeView: () => ReactNodeViewRenderer(QuoteView),
})

export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes, { class: 'callout' }), 0],
})

const atom = { group: 'block', atom: true, draggable: true, selectable: true } as const

export const Image = Node.create({
  ...atom,
  name: 'image',
  addAttributes: () => ({
    picture: field(null),
    alt: field(''),
    caption: field(''),
    credit: field(''),
    /** While the picture is on its way: which sending it is. */
    sending: field(null),
  }),
  // No parseHTML: an image of another site is not taken from pasted markup, its file is.
  renderHTML: () => ['figure', {}],
  addNodeView: () => ReactNodeViewRenderer(ImageView),
})

export const Embed = Node.create({
  ...atom,
  name: 'embed',
  addAttributes: () => ({
    provider: field('youtube'),
    video: field(''),
    title: field(''),
    start: field(null),
  }),
  renderHTML: () => ['figure', {}],
  addNodeView: () => ReactNodeViewRenderer(EmbedView),
})

export const Card = Node.create({
  ...atom,
  name: 'card',
  addAttributes: () => ({ module: field(''), ref: field('') }),
  renderHTML: () => ['figure', {}],
  addNodeView: () => ReactNodeViewRenderer(CardView),
})
