import { createContext, use } from 'react'

export interface Studio {
  me: { id: string; name: string; email: string; role: string; rights: readonly string[] }
  /** Which of the switchable modules this brand uses. */
  modules: Readonly<Record<string, boolean>>
  brand: { name: string; logoWords: readonly [string, string]; zone: string }
  signOut: () => Promise<void>
}

export const StudioContext = createContext<Studio | null>(null)

export function useStudio(): Studio {
  const studio = use(StudioContext)
  if (!studio) throw new Error('This part stands outside the studio.')
  return studio
}

export const useZone = (): string => useStudio().brand.zone

export const useIsOn = (module: string): boolean => useStudio().modules[module] !== false

export function useMay(right: string): boolean {
  return useStudio().me.rights.includes(right)
}
