import type { JSONContent } from '@tiptap/core'
import { isLinkable, toHref } from './links.ts'
import {
  type Block,
  type BlockOf,
  DOCUMENT_SCHEMA,
  type Document,
  type Inline,
  type Moment,
} from './document-types.ts'

/** What the editor holds as the canonical document. `newId` names blocks that have no id yet, or a copied one. */
export function tiptapToDocument(doc: JSONContent, newId: () => string): Document {
  const used = new Set<string>()
  const idOf = (node: JSONContent): string => {
    const given: unknown = node.attrs?.['id']
    const id = typeof given === 'string' && given !== '' && !used.has(given) ? given : newId()
    used.add(id)
    return id
  }
  const blocks = (doc.content ?? []).flatMap((node) => {
    const block = toBlock(node)
    return block ? [{ node, block }] : []
  })
  const kept = blocks.slice(0, blocks.findLastIndex(({ block }) => !isEmptyLine(block)) + 1)
  return {
    schema: DOCUMENT_SCHEMA,
    blocks: kept.map(({ node, block }) => ({ id: idOf(node), ...block })),
  }
}

/** The empty paragraph below the last words is where one types on, not something to publish. */
const isEmptyLine = (block: Bare<Block>): boolean => block.type === 'paragraph' && block.text.length === 0

type Bare<B> = B extends unknown ? Omit<B, 'id'> : never

function toBlock(node: JSONContent): Bare<Block> | null {
  const attrs = node.attrs ?? {}
  const words = (name: string): string => word(attrs[name])
  const optional = (name: string) => (words(name) === '' ? {} : { [name]: words(name) })
  const type = node.type ?? ''
  switch (type) {
    case 'paragraph':
    case 'callout':
      return { type, text: textOf(node) }
    case 'heading':
      return { type: 'heading', level: attrs['level'] === 3 ? 3 : 2, text: textOf(node) }
    case 'quote':
      return {
        type: 'quote',
        text: textOf(node),
        ...optional('cite'),
        ...momentOf(record(attrs['moment'])),
      }
    case 'bulletList':
    case 'orderedList':
      return { type: 'list', ordered: type === 'orderedList', items: (node.content ?? []).map(itemText) }
    case 'horizontalRule':
      return { type: 'divider' }
    case 'image':
      // A picture that is still on its way has no id, and is not part of the document yet.
      return words('picture') === ''
        ? null
        : {
            type: 'image',
            picture: words('picture'),
            alt: words('alt'),
            ...optional('caption'),
            ...optional('credit'),
          }
    case 'embed':
      return embedOf(attrs)
    case 'clip':
      return { type: 'clip', clip: words('clip') }
    case 'card':
      return { type: 'card', module: words('module'), ref: words('ref') }
    default:
      return null
  }
}

function embedOf(attrs: Record<string, unknown>): Bare<Block> {
  const { provider, video, title, start, source } = attrs
  return {
    type: 'embed',
    provider: provider === 'vimeo' ? 'vimeo' : 'youtube',
    video: String(video),
    title: word(title),
    ...(typeof start === 'number' && { start }),
    ...warningOf(record(attrs['warning'])),
    ...(word(source) !== '' && { source: word(source) }),
    ...fallbackOf(record(attrs['fallback'])),
  }
}

/** A warning stands when it says something. */
function warningOf({ says, why }: Record<string, unknown>): Pick<BlockOf<'embed'>, 'warning'> {
  return word(says) === '' ? {} : { warning: { says: word(says), why: word(why) } }
}

function fallbackOf({ text, link }: Record<string, unknown>): Pick<BlockOf<'embed'>, 'fallback'> {
  if (word(text) === '') return {}
  const href = toHref(word(link))
  // What is half-typed is no link yet, and would keep the rest from being saved.
  return { fallback: { text: word(text), ...(href !== '' && isLinkable(href) && { link: href }) } }
}

function momentOf({ clip, from, to }: Record<string, unknown>): { moment?: Moment } {
  return typeof clip === 'string' && typeof from === 'number' && typeof to === 'number'
    ? { moment: { clip, from, to } }
    : {}
}

/** What is pasted from elsewhere may hold control characters, which nobody sees and a document does not take. */
const seen = (text: string): string => text.replaceAll(/[^\P{Cc}\t\n]/gu, ' ')
const word = (value: unknown): string => (typeof value === 'string' ? seen(value).trim() : '')
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const itemText = (item: JSONContent): Inline[] => joined((item.content ?? []).flatMap(textOf))

const textOf = (node: JSONContent): Inline[] => joined((node.content ?? []).flatMap(toInline))

function toInline({ type, text, marks = [] }: JSONContent): Inline[] {
  if (type !== 'text' || !text) return []
  const attrsOf = (name: string): Record<string, unknown> =>
    record(marks.find((mark) => mark.type === name)?.attrs)
  const { href } = attrsOf('link')
  const has = (name: string): boolean => marks.some((mark) => mark.type === name)
  return [
    {
      text: seen(text),
      ...(has('bold') && { bold: true }),
      ...(has('italic') && { italic: true }),
      ...(typeof href === 'string' && { link: href }),
      ...momentOf(attrsOf('moment')),
    },
  ]
}

/** Neighbours that look alike are one. */
function joined(parts: readonly Inline[]): Inline[] {
  const all: Inline[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last && lookOf(last) === lookOf(part)) all[all.length - 1] = { ...last, text: last.text + part.text }
    else all.push(part)
  }
  return all
}

const lookOf = ({ bold, italic, link, moment }: Inline): string =>
  JSON.stringify([bold, italic, link, moment?.clip, moment?.from, moment?.to])
