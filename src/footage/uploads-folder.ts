import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../platform/platform.ts'

/** Where uploads grow, on the disk of the store, so that a whole one is only moved. */
export const uploadsFolder = (p: Platform): string => join(p.config.PRESSBOX_DATA, 'footage', 'uploads')

export const uploadPath = (p: Platform, masterId: string): string => join(uploadsFolder(p), masterId)

export async function makeUploadsFolder(p: Platform): Promise<string> {
  const folder = uploadsFolder(p)
  await mkdir(folder, { recursive: true })
  return folder
}

/** The file and the upload's note beside it. */
export async function removeUpload(p: Platform, masterId: string): Promise<void> {
  await rm(uploadPath(p, masterId), { force: true })
  await rm(`${uploadPath(p, masterId)}.json`, { force: true })
}
