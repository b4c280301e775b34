import { Go } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useMay, useZone } from '../../kit/studio-context.ts'
import { dateTime, plural } from '../../kit/time.ts'
import { useNow } from '../../kit/clock.ts'
import type { DeskSeasonLine } from '../wire.ts'
import { DOORS } from './doors.ts'

export function SeasonsScreen() {
  const seasons = useList<DeskSeasonLine>(DOORS.deskSeasons, ['desk:league'])
  const mayManage = useMay('league.manage')
  const make = mayManage && (
    <Go to="/seasons/new" className="button is-hot">
      New season
    </Go>
  )
  return (
    <Page title="League" actions={make}>
      <Loaded query={seasons} what="seasons">
        {(rows) =>
          rows.length === 0 ? (
            <Empty action={make}>
              No season yet. A season has rules, sides with their players, and matches; its tables are
              reckoned from what the host rules.
            </Empty>
          ) : (
            <ul className="rows">
              {rows.map((season) => (
                <SeasonRow key={season.id} season={season} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}

function SeasonRow({ season }: { season: DeskSeasonLine }) {
  const now = useNow()
  const zone = useZone()
  const held = season.revealAt !== null && Date.parse(season.revealAt) > now ? season.revealAt : null
  return (
    <Row
      to={`/seasons/${season.id}`}
      title={season.name}
      detail={[plural(season.sides, 'side'), plural(season.matches, 'match', 'matches'), season.description]
        .filter(Boolean)
        .join(' · ')}
      end={held && <Badge tone="ink">Held back until {dateTime(held, zone)}</Badge>}
    />
  )
}
