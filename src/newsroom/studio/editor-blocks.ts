import { Mark, mergeAttributes, Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { CardView, ImageView } from './block-views.tsx'
import { ClipView, QuoteView } from './clip-views.tsx'
import { EmbedView } from './embed-view.tsx'
import { momentIn } from './moments.ts'

/** Words that nobody types into: they are fields beside the block, never markup. */
const field = (otherwise: unknown) => ({ default: otherwise, rendered: false })

export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ cite: field(''), moment: field(null) }),
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
    warning: field(null),
    source: field(''),
    fallback: field(null),
  }),
  renderHTML: () => ['figure', {}],
  addNodeView: () => ReactNodeViewRenderer(EmbedView),
})

export const Clip = Node.create({
  ...atom,
  name: 'clip',
  addAttributes: () => ({ clip: field('') }),
  renderHTML: () => ['figure', {}],
  addNodeView: () => ReactNodeViewRenderer(ClipView),
})

/** A passage that tells what is to be seen in a span of a clip. What is typed behind it is not tied. */
export const Tied = Mark.create({
  name: 'moment',
  inclusive: false,
  addAttributes: () => ({ clip: field(''), from: field(0), to: field(0) }),
  parseHTML: () => [
    { tag: 'span[data-moment]', getAttrs: (element) => momentIn(element.dataset['moment']) ?? false },
  ],
  renderHTML: ({ mark: { attrs } }) => [
    'span',
    { class: 'tied', 'data-moment': `${attrs['clip']},${attrs['from']},${attrs['to']}` },
    0,
  ],
})

export const Card = Node.create({
  ...atom,
  name: 'card',
  addAttributes: () => ({ module: field(''), ref: field('') }),
  renderHTML: () => ['figure', {}],
  addNodeView: () => ReactNodeViewRenderer(CardView),
})
