import { html, type Html } from '../platform/html.ts'
import {
  type Format,
  heightFor,
  type Ratio,
  type Rendition,
  renditionName,
  SHARE_IMAGE,
  widthsOf,
} from './rendition.ts'
import type { PictureRef } from './wire.ts'

export interface PictureOptions {
  /** The `sizes` attribute: how wide the picture stands in the layout. */
  sizes: string
  /** Cut to this shape around the focal point; left out: the whole picture. */
  ratio?: Ratio
  /** For the page's largest picture: loaded at once and first. */
  eager?: boolean
  class?: string
}

/** The address of a rendition. With another width than those offered it answers 404. */
export function pictureUrl(picture: PictureRef, width: number, format: Format, ratio?: Ratio): string {
  const crop = ratio
    ? { height: heightFor(width, ratio), focalX: picture.focalX, focalY: picture.focalY }
    : null
  return filePath(picture, { width, crop, format })
}

const filePath = ({ filesUrl, sha256 }: PictureRef, rendition: Rendition): string =>
  `${filesUrl ?? ''}/files/${sha256}/${renditionName(rendition)}`

/** A responsive picture: AVIF, WebP and JPEG in the widths that the original allows, its box reserved by width and height. */
export function pictureHtml(picture: PictureRef, options: PictureOptions): Html {
  const { sizes, ratio, eager = false } = options
  const widths = widthsOf(picture, ratio)
  const srcset = (format: Format): string =>
    widths.map((width) => `${pictureUrl(picture, width, format, ratio)} ${width}w`).join(', ')
  const largest = widths.at(-1) ?? 0
  const height = ratio ? heightFor(largest, ratio) : Math.round((largest * picture.height) / picture.width)
  return html`<picture
    ><source type="image/avif" srcset="${srcset('avif')}" sizes="${sizes}" />
    <source type="image/webp" srcset="${srcset('webp')}" sizes="${sizes}" />
    <img
      class="${options.class ?? 'picture'}"
      src="${pictureUrl(picture, fallbackWidth(widths), 'jpg', ratio)}"
      srcset="${srcset('jpg')}"
      sizes="${sizes}"
      width="${largest}"
      height="${height}"
      alt="${picture.alt}"
      loading="${eager ? 'eager' : 'lazy'}"
      fetchpriority="${eager ? 'high' : 'auto'}"
      decoding="${eager ? 'sync' : 'async'}"
  /></picture>`
}

const fallbackWidth = (widths: readonly number[]): number => widths.findLast((width) => width <= 640) ?? 0

/** The JPEG that networks show beside a shared link, cut to 1200 × 630. */
export function shareImageUrl(picture: PictureRef): string {
  const { width, height } = SHARE_IMAGE
  const crop = { height, focalX: picture.focalX, focalY: picture.focalY }
  return filePath(picture, { width, crop, format: 'jpg' })
}
