import { Go } from '../../kit/go.tsx'
import { Page } from '../../kit/page.tsx'
import { useList } from '../../kit/read.ts'
import { Badge, Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'
import { useZone } from '../../kit/studio-context.ts'
import { dateTime } from '../../kit/time.ts'
import type { StaticPageItem } from './wire-types.ts'

export function PagesScreen() {
  const zone = useZone()
  const pages = useList<StaticPageItem>('/api/v1/pages', ['desk:pages', 'page:*'])
  return (
    <Page
      title="Pages"
      actions={
        <Go to="/pages/new" className="button is-hot">
          New page
        </Go>
      }
    >
      <Loaded query={pages} what="pages">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No pages yet. About, contact, privacy and terms stand here.</Empty>
          ) : (
            <ul className="rows">
              {rows.map(({ id, title, path, updatedAt, published }) => (
                <Row
                  key={id}
                  to={`/pages/${id}`}
                  title={title}
                  detail={`${path} · changed ${dateTime(updatedAt, zone)}`}
                  end={published ? undefined : <Badge>Not public</Badge>}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
