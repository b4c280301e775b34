import { useState } from 'react'
import { Page } from '../../kit/page.tsx'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import type { Tag } from '../wire.ts'
import { TagDialog } from './tag-dialog.tsx'
import { useTags } from './use-tags.ts'

export function TagsScreen() {
  const tags = useTags()
  const [open, setOpen] = useState<Tag | 'new' | null>(null)
  return (
    <Page
      title="Tags"
      actions={
        <button type="button" className="button is-hot" onClick={() => setOpen('new')}>
          New tag
        </button>
      }
    >
      <Loaded query={tags} what="tags">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No tags yet. Stories are filed under tags.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((tag) => (
                <Row
                  key={tag.id}
                  title={tag.name}
                  detail={[tag.path, tag.description].filter(Boolean).join(' · ')}
                  end={
                    <button
                      type="button"
                      className="button"
                      aria-label={`Edit ${tag.name}`}
                      onClick={() => setOpen(tag)}
                    >
                      Edit
                    </button>
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More {...tags} />
      {open && <TagDialog tag={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
