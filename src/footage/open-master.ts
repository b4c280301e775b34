import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { privateFile } from './private-file.ts'
import { readMasterOrRefuse } from './read-master.ts'

/** What the desk scrubs. */
export async function openPreview(
  p: Platform,
  person: Person,
  id: string,
  request: Request,
): Promise<Response> {
  requireRight(person, 'footage.manage')
  const { previewSha256 } = await readMasterOrRefuse(p, id)
  return privateFile(p, request, { sha256: previewSha256, contentType: 'video/mp4' })
}

/** The file itself, to be saved: a browser is not asked to make something of it. */
export async function openMaster(
  p: Platform,
  person: Person,
  id: string,
  request: Request,
): Promise<Response> {
  requireRight(person, 'footage.manage')
  const { sha256, name } = await readMasterOrRefuse(p, id)
  return privateFile(p, request, { sha256, contentType: 'application/octet-stream', saveAs: name })
}
