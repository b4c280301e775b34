import { documentOf } from '../newsroom/public.ts'
import { SYSTEM } from '../people/public.ts'
import { wallOf } from '../platform/wall-clock.ts'
import { Brand, createPage, createPromo, curateFront, updateBrand, updateMenus } from '../site/public.ts'
import { brand } from './content/brand.ts'
import type { DemoBlock, DemoPage } from './content/demo-types.ts'
import { promos } from './content/promos.ts'
import { stories } from './content/stories.ts'
import type { Sower } from './sower.ts'

const nobodyKnows = (): Promise<null> => Promise.resolve(null)

/** Name, looks, menus, static pages, and what the front page shows below its lead. */
export async function sowBrand(sower: Sower): Promise<void> {
  const { p } = sower
  const { menu, footer, smallPrint, pages, ...looks } = brand
  const value = Brand.parse({ ...looks, displayFont: 'league-gothic' })
  await sower.once('brand', async () => String(await updateBrand(p, SYSTEM, 0, value)), nobodyKnows)
  await sower.once(
    'menus',
    async () => String(await updateMenus(p, SYSTEM, 0, { menu, footer, smallPrint })),
    nobodyKnows,
  )
  for (const page of pages)
    await sower.once(
      `page:${page.slug}`,
      async () => (await createPage(p, SYSTEM, toPage(page))).id,
      nobodyKnows,
    )
}

const toPage = ({ slug, title, blocks }: DemoPage): Parameters<typeof createPage>[2] => ({
  slug,
  title,
  description: '',
  document: documentOf(blocks.filter(isPlain)),
  published: true,
})

/** Pages have no pictures or cards in the demo. */
const isPlain = (block: DemoBlock): block is Exclude<DemoBlock, { type: 'image' | 'card' }> =>
  block.type !== 'image' && block.type !== 'card'

export async function sowFront(sower: Sower): Promise<void> {
  const lead = stories.find((story) => story.lead)
  const shelves = [
    { kind: 'latest' as const },
    ...['the-long-count', 'the-tugs', 'food'].map((tag) => ({ kind: 'tag' as const, tag, title: '' })),
  ]
  const value = { lead: lead ? sower.idOf(`story:${lead.slug}`) : null, shelves }
  await sower.once('front', async () => String(await curateFront(sower.p, SYSTEM, 0, value)), nobodyKnows)
}

export async function sowPromos(sower: Sower, start: Date): Promise<void> {
  const wall = (seconds: number): string => wallOf(new Date(start.getTime() + seconds * 1000), brand.timeZone)
  for (const { slug, title, text, callToAction, fromSeconds, untilSeconds, priority } of promos)
    await sower.once(
      `promo:${slug}`,
      async () => {
        const window = { zone: brand.timeZone, from: wall(fromSeconds), until: wall(untilSeconds) }
        return (
          await createPromo(sower.p, SYSTEM, {
            title,
            text,
            action: callToAction,
            priority,
            announced: false,
            ...window,
          })
        ).id
      },
      nobodyKnows,
    )
}
