const NAME = /^(\d{2,4})p\.mp4$/

export const CAPTIONS_NAME = 'captions.vtt'

/** The public address of a cut; its name says the height, for who saves it. */
export const clipUrl = (size: { sha256: string; height: number }, filesUrl = ''): string =>
  `${filesUrl}/files/${size.sha256}/${size.height}p.mp4`

export const captionsUrl = (sha256: string, filesUrl = ''): string =>
  `${filesUrl}/files/${sha256}/${CAPTIONS_NAME}`

/** The height that a name says; `null`: not the name of a cut. */
export function heightOfName(name: string): number | null {
  const height = NAME.exec(name)?.[1]
  return height === undefined ? null : Number(height)
}
