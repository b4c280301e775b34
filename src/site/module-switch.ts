import type { Reading } from '../platform/live/reading.ts'
import { modulesOf, readModules } from './brand-store.ts'
import { type Link, MODULES, type ModuleName } from './wire.ts'

type Switches = Record<ModuleName, boolean>
type Source = Parameters<typeof readModules>[0]

/** Where a module's pages stand: menus lose what leads there while it is off. */
const PATHS: Record<ModuleName, readonly string[]> = {
  live: ['/events'],
  league: ['/seasons', '/matches'],
  shop: ['/shop', '/collections', '/products', '/cart', '/checkout', '/orders'],
  promos: [],
}

const isOptional = (name: string): name is ModuleName => (MODULES as readonly string[]).includes(name)

/** Whether readers may see a module's pages; modules that no brand can do without are always on. */
export const isOn = (switches: Switches, name: string): boolean => !isOptional(name) || switches[name]

const isReading = (source: Source): source is Reading => 'topic' in source

/** The same from the settings; a rendering records that it asked. */
export async function isModuleOn(source: Source, name: string): Promise<boolean> {
  if (!isOptional(name)) return true
  const switches = isReading(source) ? await modulesOf(source) : (await readModules(source)).value
  return isOn(switches, name)
}

const under = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`)

function isReachable(switches: Switches, { url }: Link): boolean {
  const path = url.split(/[?#]/)[0] ?? url
  return MODULES.every((name) => switches[name] || !PATHS[name].some((root) => under(path, root)))
}

export const reachableLinks = (switches: Switches, links: readonly Link[]): Link[] =>
  links.filter((link) => isReachable(switches, link))
