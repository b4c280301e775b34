import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { writeSetting } from '../platform/settings-store.ts'
import { Modules } from './wire.ts'

export async function updateModules(
  p: Platform,
  person: Person,
  revision: number,
  value: Modules,
): Promise<number> {
  requireRight(person, 'settings.manage')
  return p.write(async (w) => {
    w.touch('desk:settings')
    await audit(w, person, 'modules.update', 'settings:modules')
    return writeSetting(w, 'modules', Modules.parse(value), revision)
  })
}
