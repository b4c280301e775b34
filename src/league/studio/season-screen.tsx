import { useAddressWord } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useRead } from '../../kit/read.ts'
import type { ScreenProps } from '../../kit/screen.ts'
import { Badge } from '../../kit/row.tsx'
import { Loaded } from '../../kit/states.tsx'
import { useNow } from '../../kit/clock.ts'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import { Tabs } from '../../kit/field.tsx'
import type { DeskSeasonJson } from '../wire.ts'
import { DOORS } from './doors.ts'
import { FirstSteps } from './first-steps.tsx'
import { RulesPart } from './rules-part.tsx'
import { SeasonMatches } from './season-matches.tsx'
import { SeasonSettings } from './season-settings.tsx'
import { SidesPart } from './sides-part.tsx'
import { Tables } from './tables.tsx'

const PARTS = [
  ['matches', 'Matches'],
  ['sides', 'Sides'],
  ['tables', 'Tables'],
  ['rules', 'Rules'],
  ['settings', 'Settings'],
] as const
export type SeasonPart = (typeof PARTS)[number][0]

export function SeasonScreen({ params }: ScreenProps) {
  const id = params['id'] ?? ''
  const season = useRead<DeskSeasonJson>(DOORS.deskSeason(id), [
    'desk:league',
    'desk:match:*',
    `season:${id}`,
  ])
  return (
    <Loaded query={season} what="the season">
      {(data) => <Season season={data} />}
    </Loaded>
  )
}

function Season({ season }: { season: DeskSeasonJson }) {
  const [word, setPart] = useAddressWord('part', 'matches')
  const part = word as SeasonPart
  const now = useNow()
  const zone = useZone()
  const held = season.revealAt !== null && Date.parse(season.revealAt) > now ? season.revealAt : null
  return (
    <Page
      title={season.name}
      beside={held && <Badge tone="ink">Results held back until {dateTime(held, zone)}</Badge>}
      actions={
        <a className="button" href={season.path} target="_blank" rel="noreferrer">
          See its page
        </a>
      }
    >
      <FirstSteps season={season} go={setPart} />
      <div className="toolbar">
        <Tabs label="Part of the season" value={part} options={PARTS} onChange={setPart} />
      </div>
      {part === 'sides' && <SidesPart season={season} />}
      {part === 'tables' && <Tables season={season} />}
      {part === 'rules' && <RulesPart season={season} />}
      {part === 'settings' && <SeasonSettings season={season} />}
      {!['sides', 'tables', 'rules', 'settings'].includes(part) && <SeasonMatches season={season} />}
    </Page>
  )
}
