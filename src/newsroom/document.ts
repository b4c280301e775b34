import { z } from 'zod'

/**
 * The canonical form of what a story says: our own JSON, never HTML. What is only added, so that every older document stays
 * valid, keeps the number; a form that older documents do not have gets a new one and a migration.
 */
export const DOCUMENT_SCHEMA = 1

/** Bytes of JSON; a pasted manuscript of 500 KB fits several times. */
export const MAX_DOCUMENT_BYTES = 2_000_000
const MAX_BLOCKS = 5000
const MAX_TEXT = 1_000_000

// Tab and line feed may stand in text; other control characters have no meaning a reader could see.
const CONTROL = /[^\P{Cc}\t\n]/u
const BLANK_OR_CONTROL = /[\s\p{Cc}\\]/u

/** Why a link may not be published, or null: http(s), mailto and paths of this site are allowed, and nothing that only looks like them. */
export function linkProblem(href: string): string | null {
  if (href.length > 2000) return 'A link has at most 2,000 characters.'
  if (BLANK_OR_CONTROL.test(href)) return 'A link has no spaces, backslashes or control characters.'
  if (/^\/(?!\/)/.test(href) || href === '/') return null
  if (/^mailto:[^@]+@[^@]+$/i.test(href)) return null
  if (/^https?:\/\//i.test(href) && URL.canParse(href)) return null
  return 'A link starts with https://, http://, mailto: or / (a path of this site).'
}

const plain = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !CONTROL.test(text), 'contains control characters')

const link = z.string().superRefine((href, context) => {
  const problem = linkProblem(href)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** Milliseconds of the clip, 0 being its in point; a day is longer than any clip. */
const clipTime = z.int().min(0).max(86_400_000)

/** A span of a clip: what was said in it is quoted, or told in other words. */
export const momentSchema = z
  .strictObject({ clip: z.uuid(), from: clipTime, to: clipTime })
  .refine(({ from, to }) => from < to, 'ends before it begins')

export const inlineSchema = z.strictObject({
  text: plain(MAX_TEXT),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: link.optional(),
  moment: momentSchema.optional(),
})

const id = z.string().regex(/^[\w-]{1,40}$/, 'is not a block id')
const text = z.array(inlineSchema).max(MAX_BLOCKS)
const block = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ id, type: z.literal(type), ...shape })

const imageBlock = block('image', {
  picture: z.uuid(),
  alt: plain(1000),
  caption: plain(2000).optional(),
  credit: plain(500).optional(),
})

/** What readers are told before a video of another site is offered to them, where it came from, and what is left if it goes. */
const embedWords = {
  title: plain(300),
  start: z.int().min(0).max(86_400).optional(),
  warning: z.strictObject({ says: plain(600), why: plain(600) }).optional(),
  source: plain(300).optional(),
  fallback: z.strictObject({ text: plain(600), link: link.optional() }).optional(),
}
const embedBlock = z.discriminatedUnion('provider', [
  block('embed', {
    provider: z.literal('youtube'),
    video: z.string().regex(/^[\w-]{11}$/, 'is not the id of a YouTube video'),
    ...embedWords,
  }),
  block('embed', {
    provider: z.literal('vimeo'),
    video: z.string().regex(/^\d{5,12}$/, 'is not the id of a Vimeo video'),
    ...embedWords,
  }),
])

export const blockSchema = z.union([
  z.discriminatedUnion('type', [
    block('paragraph', { text }),
    block('heading', { level: z.union([z.literal(2), z.literal(3)]), text }),
    block('quote', { text, cite: plain(500).optional(), moment: momentSchema.optional() }),
    block('list', { ordered: z.boolean(), items: z.array(text).max(MAX_BLOCKS) }),
    imageBlock,
    block('clip', { clip: z.uuid() }),
    block('divider', {}),
    block('callout', { text }),
    block('card', {
      module: z.string().regex(/^[a-z]{1,20}$/),
      ref: z.string().regex(/^[\w.~-]{1,120}$/),
    }),
  ]),
  embedBlock,
])

export const documentSchema = z
  .strictObject({ schema: z.literal(DOCUMENT_SCHEMA), blocks: z.array(blockSchema).max(MAX_BLOCKS) })
  .superRefine(({ blocks }, context) => {
    if (new Set(blocks.map((each) => each.id)).size < blocks.length)
      context.addIssue({ code: 'custom', path: ['blocks'], message: 'has two blocks with the same id' })
  })

export type Moment = z.output<typeof momentSchema>
export type Inline = z.output<typeof inlineSchema>
export type Block = z.output<typeof blockSchema>
export type BlockType = Block['type']
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>
export type Document = z.output<typeof documentSchema>

export const EMPTY_DOCUMENT: Document = { schema: DOCUMENT_SCHEMA, blocks: [] }

export const bytesOf = (document: Document): number =>
  new TextEncoder().encode(JSON.stringify(document)).length

const textOf = (text: readonly Inline[]): string => text.map((part) => part.text).join('')

/** What a block says in words: for search, feeds and the reading time. */
export function plainTextOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'callout':
      return textOf(block.text)
    case 'quote':
      return [textOf(block.text), block.cite ?? ''].join(' ')
    case 'list':
      return block.items.map(textOf).join('\n')
    case 'image':
      return block.caption ?? ''
    case 'embed':
      return [block.title, block.fallback?.text].filter((words) => words).join('\n')
    case 'clip':
    case 'divider':
    case 'card':
      return ''
  }
}

export const plainText = (document: Document): string =>
  document.blocks
    .map(plainTextOf)
    .filter((words) => words.trim() !== '')
    .join('\n')

const textsOf = (block: Block): readonly Inline[] => {
  if (block.type === 'list') return block.items.flat()
  return 'text' in block ? block.text : []
}

/** A span that a block's words refer to; `words`: what is quoted from it, none where it is only told. */
export interface MomentUse {
  /** The block's id. */
  at: string
  moment: Moment
  words: string
}

export const momentsOf = (document: Document): MomentUse[] =>
  document.blocks.flatMap((block) => {
    const at = block.id
    const told = textsOf(block).flatMap(({ moment }) => (moment ? [{ at, moment, words: '' }] : []))
    if (block.type !== 'quote' || !block.moment) return told
    return [{ at, moment: block.moment, words: textOf(block.text) }, ...told]
  })

/** The clips that stand in the document, in their order. */
export const clipsOf = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.type === 'clip' ? [block.clip] : []))

/** The clips that stand in it, and those of which there are words or passages. */
export const clipsUsedIn = (document: Document): string[] => [
  ...clipsOf(document),
  ...momentsOf(document).map(({ moment }) => moment.clip),
]

type WithoutId<B> = B extends unknown ? Omit<B, 'id'> : never

/** Numbers blocks that were made without ids, as those of an import or a seed. */
export const documentOf = (blocks: readonly WithoutId<Block>[]): Document =>
  documentSchema.parse({
    schema: DOCUMENT_SCHEMA,
    blocks: blocks.map((each, i) => ({ id: `b${i + 1}`, ...each })),
  })
