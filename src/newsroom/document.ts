import { z } from 'zod'

/** The canonical form of what a story says: our own JSON, never HTML. A newer form gets a new number and a migration. */
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

export const inlineSchema = z.strictObject({
  text: plain(MAX_TEXT),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: link.optional(),
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

const embedStart = z.int().min(0).max(86_400).optional()
const embedBlock = z.discriminatedUnion('provider', [
  block('embed', {
    provider: z.literal('youtube'),
    video: z.string().regex(/^[\w-]{11}$/, 'is not the id of a YouTube video'),
    title: plain(300),
    start: embedStart,
  }),
  block('embed', {
    provider: z.literal('vimeo'),
    video: z.string().regex(/^\d{5,12}$/, 'is not the id of a Vimeo video'),
    title: plain(300),
    start: embedStart,
  }),
])

export const blockSchema = z.union([
  z.discriminatedUnion('type', [
    block('paragraph', { text }),
    block('heading', { level: z.union([z.literal(2), z.literal(3)]), text }),
    block('quote', { text, cite: plain(500).optional() }),
    block('list', { ordered: z.boolean(), items: z.array(text).max(MAX_BLOCKS) }),
    imageBlock,
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
      return block.title
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

type WithoutId<B> = B extends unknown ? Omit<B, 'id'> : never

/** Numbers blocks that were made without ids, as those of an import or a seed. */
export const documentOf = (blocks: readonly WithoutId<Block>[]): Document =>
  documentSchema.parse({
    schema: DOCUMENT_SCHEMA,
    blocks: blocks.map((each, i) => ({ id: `b${i + 1}`, ...each })),
  })
