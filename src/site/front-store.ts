import type { Reading } from '../platform/live/reading.ts'
import type { Write } from '../platform/log/write.ts'
import { readSetting, type Setting, writeSetting } from '../platform/settings-store.ts'
import { Front } from './wire.ts'

type Source = Parameters<typeof readSetting>[0]

export const readFront = (source: Source): Promise<Setting<Front>> => readSetting(source, 'front', Front)

export async function frontOf(reading: Reading): Promise<Front> {
  reading.topic('front')
  return (await readFront(reading)).value
}

export async function writeFront(w: Write, front: Front, revision: number): Promise<number> {
  w.touch('front', 'desk:front')
  return writeSetting(w, 'front', front, revision)
}
