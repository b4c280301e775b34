import type { ArtSpec, Ground, Motif } from '../art/art-spec.ts'
import type { DemoBlock, DemoStory, Inline } from './demo-types.ts'
import { curl } from './typography.ts'

type Prose = string | TemplateStringsArray

const mark = /\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/g

/** Reads *em*, **strong** and [text](href), one within the other. */
export function inline(prose: Prose): Inline[] {
  return parse(curl(typeof prose === 'string' ? prose : prose.join('')))
}

function parse(source: string): Inline[] {
  const parts: Inline[] = []
  let end = 0
  for (const match of source.matchAll(mark)) {
    if (match.index > end) parts.push({ text: source.slice(end, match.index) })
    parts.push(...marked(match))
    end = match.index + match[0].length
  }
  if (end < source.length) parts.push({ text: source.slice(end) })
  return parts
}

function marked([, strong, em, label, href]: RegExpMatchArray): Inline[] {
  if (strong !== undefined) return parse(strong).map((part) => ({ ...part, bold: true }))
  if (em !== undefined) return parse(em).map((part) => ({ ...part, italic: true }))
  return parse(label ?? '').map((part) => ({ ...part, link: href ?? '' }))
}

export const p = (prose: Prose): DemoBlock => ({ type: 'paragraph', text: inline(prose) })

export const h2 = (prose: Prose): DemoBlock => ({ type: 'heading', level: 2, text: inline(prose) })

export const h3 = (prose: Prose): DemoBlock => ({ type: 'heading', level: 3, text: inline(prose) })

export const quote = (prose: string, cite?: string): DemoBlock => ({
  type: 'quote',
  text: inline(prose),
  ...(cite === undefined ? {} : { cite: curl(cite) }),
})

export const list = (...items: string[]): DemoBlock => ({
  type: 'list',
  ordered: false,
  items: items.map(inline),
})

export const ordered = (...items: string[]): DemoBlock => ({
  type: 'list',
  ordered: true,
  items: items.map(inline),
})

export const image = (art: ArtSpec, alt: string, caption?: string): DemoBlock => ({
  type: 'image',
  art,
  alt: curl(alt),
  ...(caption === undefined ? {} : { caption: curl(caption) }),
  credit: 'Late Horn art desk',
})

export const youtube = (video: string, title: string): DemoBlock => ({
  type: 'embed',
  provider: 'youtube',
  video,
  title: curl(title),
})

export const divider = (): DemoBlock => ({ type: 'divider' })

export const callout = (prose: Prose): DemoBlock => ({ type: 'callout', text: inline(prose) })

export const card = (module: 'live', ref: string): DemoBlock => ({ type: 'card', module, ref })

export const art = (motif: Motif, ground: Ground, seed: number, label?: string): ArtSpec => ({
  motif,
  ground,
  seed,
  ...(label === undefined ? {} : { label }),
})

export const cover = (spec: ArtSpec, alt: string, caption?: string): DemoStory['cover'] => ({
  art: spec,
  alt: curl(alt),
  ...(caption === undefined ? {} : { caption: curl(caption) }),
  credit: 'Late Horn art desk',
})

export const story = (told: DemoStory): DemoStory => ({
  ...told,
  headline: curl(told.headline),
  standfirst: curl(told.standfirst),
  ...(told.correction === undefined
    ? {}
    : { correction: { ...told.correction, note: curl(told.correction.note) } }),
})
