import sharp from 'sharp'
import { derive } from './palette.ts'
import type { Brand } from './wire.ts'

/** The horn: a square of the hot colour with the sound cut out of it; drawn in shapes, since an icon has no web font. */
export function iconSvg({ colours }: Pick<Brand, 'colours'>): string {
  const { onHot } = derive(colours)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="${colours.hot}" d="M0 0h64v64H0z"/><path fill="${onHot}" d="M10 24h12l22-14v44L22 40H10zM49 22h5v20h-5z"/><circle cx="17" cy="49" r="5" fill="${onHot}"/></svg>`
}

const TOUCH_SIZE = 180

/** The same for phones, which take no SVG. */
export const touchIcon = (brand: Pick<Brand, 'colours'>): Promise<Buffer> =>
  sharp(Buffer.from(iconSvg(brand)))
    .resize(TOUCH_SIZE, TOUCH_SIZE)
    .png()
    .toBuffer()
