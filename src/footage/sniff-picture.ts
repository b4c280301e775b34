export type PictureMime = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/gif'

/** How many bytes of the beginning are looked at. */
export const SNIFF_BYTES = 1024

/** What a file is by its first bytes; its name and declared type count for nothing. */
export function sniffPicture(head: Uint8Array): PictureMime | 'svg' | 'heic' | null {
  const bytes = Buffer.from(head)
  const latin = bytes.toString('latin1')
  if (latin.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^GIF8[79]a/.test(latin)) return 'image/gif'
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return 'image/webp'
  if (latin.slice(4, 8) === 'ftyp') return sniffHeif(latin.slice(8, Math.min(bytes.readUInt32BE(0), 256)))
  return looksLikeSvg(bytes) ? 'svg' : null
}

/** Major brand, version, then the compatible brands: four letters each. */
function sniffHeif(brands: string): 'image/avif' | 'heic' | null {
  if (/avi[fs]/.test(brands)) return 'image/avif'
  return /hei[cxms]|hev[cx]|mif1/.test(brands) ? 'heic' : null
}

function looksLikeSvg(bytes: Buffer): boolean {
  const text = bytes
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(/^\uFEFF/, '')
    .trimStart()
  return text.startsWith('<') && /<(?:[\w-]+:)?svg[\s>/]|<\?xml|<!DOCTYPE\s+svg/i.test(text)
}
