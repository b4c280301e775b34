import { readSetting, type Setting, settingsTopic } from '../platform/settings-store.ts'
import type { Reading } from '../platform/live/reading.ts'
import { Brand, Menus, Modules, type ModuleName } from './wire.ts'

/** The brand's settings as a rendering sees them: it is told when they change. */
export async function brandOf(reading: Reading): Promise<Brand> {
  reading.topic(settingsTopic('brand'))
  return (await readBrand(reading)).value
}

export async function menusOf(reading: Reading): Promise<Menus> {
  reading.topic(settingsTopic('menus'))
  return (await readMenus(reading)).value
}

export async function modulesOf(reading: Reading): Promise<Record<ModuleName, boolean>> {
  reading.topic(settingsTopic('modules'))
  return (await readModules(reading)).value
}

type Source = Parameters<typeof readSetting>[0]

export const readBrand = (source: Source): Promise<Setting<Brand>> => readSetting(source, 'brand', Brand)
export const readMenus = (source: Source): Promise<Setting<Menus>> => readSetting(source, 'menus', Menus)
export const readModules = (source: Source): Promise<Setting<Record<ModuleName, boolean>>> =>
  readSetting(source, 'modules', Modules)
