import type { PictureRef } from './wire.ts'

/** What browsers are offered, best first. */
export const FORMATS = ['avif', 'webp', 'jpg'] as const
export type Format = (typeof FORMATS)[number]

/** The only widths in which pictures are made, in pixels: a name with another one answers 404. */
export const WIDTHS = [80, 160, 320, 480, 640, 960, 1280, 1920] as const

/** Shapes that places on the pages ask for; a picture is cut to them around its focal point. */
export const RATIOS = {
  '16:9': 16 / 9,
  '3:2': 3 / 2,
  '4:3': 4 / 3,
  '1:1': 1,
  '4:5': 4 / 5,
  '2:1': 2,
} as const
export type Ratio = keyof typeof RATIOS

/** What networks show beside a shared link. */
export const SHARE_IMAGE = { width: 1200, height: 630 } as const

export interface Crop {
  height: number
  focalX: number
  focalY: number
}

export interface Rendition {
  width: number
  /** `null`: the whole picture. */
  crop: Crop | null
  format: Format
}

type Shape = Pick<PictureRef, 'width' | 'height'>

/** The widths worth making of a picture: none is larger than what there is, but the smallest always exists. */
export function widthsOf(picture: Shape, ratio?: Ratio): number[] {
  const natural = ratio ? Math.min(picture.width, picture.height * RATIOS[ratio]) : picture.width
  return WIDTHS.filter((width, i) => i === 0 || width <= natural)
}

export const heightFor = (width: number, ratio: Ratio): number => Math.round(width / RATIOS[ratio])

export const renditionName = ({ width, crop, format }: Rendition): string =>
  crop ? `${width}x${crop.height}-${crop.focalX}-${crop.focalY}.${format}` : `${width}.${format}`

const NAME = /^(\d{2,4})(?:x(\d{2,4})-(\d{1,3})-(\d{1,3}))?\.(avif|webp|jpg)$/

export function parseRenditionName(name: string): Rendition | null {
  const [, width, height, focalX, focalY, format] = NAME.exec(name) ?? []
  if (width === undefined || format === undefined) return null
  const crop =
    height === undefined ? null : { height: Number(height), focalX: Number(focalX), focalY: Number(focalY) }
  const rendition = { width: Number(width), crop, format: format as Format }
  // Leading zeros would be second names of the same thing.
  return renditionName(rendition) === name ? rendition : null
}

/** Whether the site itself ever asks for this rendition: nobody else shall make us compute. */
export function isOffered(picture: Shape, { width, crop, format }: Rendition): boolean {
  if (!crop) return widthsOf(picture).includes(width)
  if (width === SHARE_IMAGE.width && crop.height === SHARE_IMAGE.height) return format === 'jpg'
  return (Object.keys(RATIOS) as Ratio[]).some(
    (ratio) => heightFor(width, ratio) === crop.height && widthsOf(picture, ratio).includes(width),
  )
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** The largest part of the picture that has the crop's shape, with the focal point as near its middle as the edges allow. */
export function cropBox(picture: Shape, width: number, crop: Crop): Box {
  const ratio = width / crop.height
  const boxWidth = Math.max(1, Math.min(picture.width, Math.round(picture.height * ratio)))
  const boxHeight = Math.max(1, Math.min(picture.height, Math.round(picture.width / ratio)))
  return {
    left: place(picture.width, boxWidth, crop.focalX),
    top: place(picture.height, boxHeight, crop.focalY),
    width: boxWidth,
    height: boxHeight,
  }
}

const place = (whole: number, part: number, percent: number): number =>
  Math.round(Math.min(Math.max((whole * percent) / 100 - part / 2, 0), whole - part))
