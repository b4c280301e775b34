import { open } from 'node:fs/promises'

const SNIFFED_BYTES = 4096

/** What is wrong with a file that only looks like a video by its name, in words; `null`: nothing that can be seen from its first bytes. */
export function refusedKind(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'The file is empty.'
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
  if (/^#EXTM3U/i.test(text))
    return 'This is a playlist that names other files, not a video. Upload the video itself.'
  if (/^ffconcat/i.test(text))
    return 'This is a list that names other files, not a video. Upload the video itself.'
  if (/^<\?xml|^<MPD|^<svg|^<!doctype|^<html/i.test(text))
    return 'This is a page or a list of addresses, not a video. Upload the video itself.'
  if (/^\[playlist\]/i.test(text)) return 'This is a playlist, not a video. Upload the video itself.'
  if (/^(\u0089PNG|\u00FF\u00D8\u00FF|GIF8|BM|II\*\0|MM\0\*)/.test(text) || /^RIFF....WEBP/s.test(text))
    return 'This is a picture, not a video. Add it in the picture library.'
  return null
}

export async function sniffFootage(path: string): Promise<string | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
    return refusedKind(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
