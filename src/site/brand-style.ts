import { hashOf } from '../platform/live/regions.ts'
import { derive } from './palette.ts'
import type { Brand, Palette } from './wire.ts'

const DISPLAY: Record<Brand['displayFont'], string> = {
  'league-gothic': "'League Gothic','League Gothic Fallback',Impact,sans-serif",
  condensed: "Impact,Haettenschweiler,'Arial Narrow Bold',sans-serif",
  sans: "system-ui,'Segoe UI',Roboto,sans-serif",
  serif: "Charter,'Bitstream Charter',Georgia,serif",
}
const TEXT: Record<Brand['textFont'], string> = {
  charter: "Charter,'Bitstream Charter','Sitka Text',Cambria,Georgia,serif",
  georgia: 'Georgia,Cambria,serif',
  sans: "system-ui,'Segoe UI',Roboto,sans-serif",
}

/** Type that is not condensed is set smaller, so that headlines keep their lines. */
const DISPLAY_SCALE: Record<Brand['displayFont'], string> = {
  'league-gothic': '1',
  condensed: '.74',
  sans: '.62',
  serif: '.64',
}

function properties(palette: Palette): string {
  const { band, onBand, onHot, hotLarge } = derive(palette)
  const { ink, paper, hair, mute, hot, hotInk } = palette
  return `--ink:${ink};--paper:${paper};--hair:${hair};--mute:${mute};--hot:${hot};--hot-ink:${hotInk};--band:${band};--on-band:${onBand};--on-hot:${onHot};--hot-large:${hotLarge}`
}

/** The brand as custom properties: everything else of the look refers to these. */
export const brandStyle = ({ colours, darkColours, displayFont, textFont }: Brand): string =>
  `:root{color-scheme:light dark;${properties(colours)};--display:${DISPLAY[displayFont]};--display-scale:${DISPLAY_SCALE[displayFont]};--text:${TEXT[textFont]}}` +
  `@media (prefers-color-scheme:dark){:root{${properties(darkColours)}}}`

/** Where an open page finds the brand as it is now. */
export const brandStyleAddress = (brand: Brand): string => `/brand/${hashOf(brandStyle(brand))}.css`
