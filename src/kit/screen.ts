import type { ComponentType } from 'react'

export interface ScreenProps {
  /** What stands in the address for the `$names` of the screen's path. */
  params: Readonly<Record<string, string>>
}

/** One screen of the studio: every module lists its own, the shell mounts them and loads each when it is first opened. */
export interface Screen {
  /** Below /studio, in the router's notation: `/stories/$id`. */
  path: string
  title: string
  /** The right it takes; `null`: every account. */
  right: string | null
  /** The switchable module that it belongs to. */
  module?: string
  /** Its place in the rail: the desk's daily work, or the house. */
  nav?: { group: 'desk' | 'house'; order: number; shortcut?: string }
  /** Whether the screen takes the whole width, without the shell's margins. */
  wide?: boolean
  load: () => Promise<ComponentType<ScreenProps>>
}
