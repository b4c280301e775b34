import { footageScreens } from '../../footage/studio/public.ts'
import type { Screen } from '../../kit/screen.ts'
import { leagueScreens } from '../../league/studio/public.ts'
import { liveScreens } from '../../live/studio/public.ts'
import { newsroomScreens } from '../../newsroom/studio/public.ts'
import { peopleScreens } from '../../people/studio/public.ts'
import { shopScreens } from '../../shop/studio/public.ts'
import { siteScreens } from '../../site/studio/public.ts'

const tonight: Screen = {
  path: '/',
  title: 'Tonight',
  right: null,
  nav: { group: 'desk', order: 0, shortcut: 'g t' },
  wide: true,
  load: async () => (await import('./tonight/tonight-screen.tsx')).TonightScreen,
}

export const SCREENS: readonly Screen[] = [
  tonight,
  ...newsroomScreens,
  ...liveScreens,
  ...leagueScreens,
  ...shopScreens,
  ...siteScreens,
  ...footageScreens,
  ...peopleScreens,
]
