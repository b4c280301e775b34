import type { Ground } from './art-spec.ts'
import type { Role } from './parts.ts'

export const colours = {
  ink: '#0C0C0D',
  hot: '#FF5A1F',
  yellow: '#FFD23F',
  ice: '#9AD1D4',
  paper: '#E8E4D9',
  white: '#FAF8F4',
} as const

/** What the roles are printed in on each ground. */
export const palettes: Record<Ground, Record<Role, string>> = {
  hot: { light: colours.white, accent: colours.yellow, third: colours.ice, ink: colours.ink },
  yellow: { light: colours.white, accent: colours.hot, third: colours.ice, ink: colours.ink },
  ice: { light: colours.white, accent: colours.hot, third: colours.yellow, ink: colours.ink },
  paper: { light: colours.white, accent: colours.hot, third: colours.yellow, ink: colours.ink },
  ink: { light: colours.white, accent: colours.hot, third: colours.ice, ink: colours.ink },
}
