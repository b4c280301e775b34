import type { FindUses, PictureUse } from '../footage/public.ts'
import { clipsUsedIn, picturesOf } from '../newsroom/public.ts'
import { readBrand } from './brand-store.ts'
import { listStaticPages } from './static-page-store.ts'

/** The logo and the static pages, of which a brand has a handful. */
export const findPictureUsesOnSite: FindUses = async (source, pictureId) => {
  const { value: brand } = await readBrand(source)
  const pages = await listStaticPages(source)
  const logo: PictureUse[] = brand.logo === pictureId ? [{ title: 'the logo', path: '/studio/brand' }] : []
  return [...logo, ...usesOf(pages.filter(({ document }) => picturesOf(document).includes(pictureId)))]
}

export const findClipUsesOnSite: FindUses = async (source, clipId) =>
  usesOf((await listStaticPages(source)).filter(({ document }) => clipsUsedIn(document).includes(clipId)))

const usesOf = (pages: readonly { id: string; title: string }[]): PictureUse[] =>
  pages.map(({ id, title }) => ({ title, path: `/studio/pages/${id}` }))
