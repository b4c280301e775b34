import { useState, useSyncExternalStore } from 'react'
import { Playhead } from './playhead.ts'

export const usePlayhead = (): Playhead => useState(() => new Playhead())[0]

/** The time, ms: who asks renders at each frame while it plays. */
export const useTime = (playhead: Playhead): number => useSyncExternalStore(playhead.subscribe, playhead.now)

export const usePlaying = (playhead: Playhead): boolean =>
  useSyncExternalStore(playhead.subscribe, playhead.playing)

export const useSpeed = (playhead: Playhead): number =>
  useSyncExternalStore(playhead.subscribe, playhead.speed)

/** What is derived from the time: renders only when that changes; a list must stay the same one while it is. */
export const useAtTime = <T extends number | string | boolean | null | readonly number[]>(
  playhead: Playhead,
  derive: (ms: number) => T,
): T => useSyncExternalStore(playhead.subscribe, () => derive(playhead.now()))
