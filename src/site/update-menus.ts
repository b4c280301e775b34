import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { writeSetting } from '../platform/settings-store.ts'
import { Menus } from './wire.ts'

export async function updateMenus(
  p: Platform,
  person: Person,
  revision: number,
  value: Menus,
): Promise<number> {
  requireRight(person, 'page.manage')
  return p.write(async (w) => {
    w.touch('desk:settings')
    await audit(w, person, 'menus.update', 'settings:menus')
    return writeSetting(w, 'menus', Menus.parse(value), revision)
  })
}
