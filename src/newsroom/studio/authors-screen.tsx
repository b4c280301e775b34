import { useState } from 'react'
import { PictureThumb } from '../../footage/studio/public.ts'
import { Page } from '../../kit/page.tsx'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded, More } from '../../kit/states.tsx'
import type { Author } from '../wire.ts'
import { AuthorDialog } from './author-dialog.tsx'
import { useAuthors } from './use-tags.ts'

export function AuthorsScreen() {
  const authors = useAuthors()
  const [open, setOpen] = useState<Author | 'new' | null>(null)
  return (
    <Page
      title="Authors"
      actions={
        <button type="button" className="button is-hot" onClick={() => setOpen('new')}>
          New author
        </button>
      }
    >
      <Loaded query={authors} what="authors">
        {(rows) =>
          rows.length === 0 ? (
            <Empty>No authors yet. A story needs a byline to be published.</Empty>
          ) : (
            <ul className="rows">
              {rows.map((author) => (
                <Row
                  key={author.id}
                  lead={author.portrait ? <PictureThumb id={author.portrait} alt="" /> : null}
                  title={author.name}
                  detail={[author.roleTitle, author.path].filter(Boolean).join(' · ')}
                  end={
                    <button
                      type="button"
                      className="button"
                      aria-label={`Edit ${author.name}`}
                      onClick={() => setOpen(author)}
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
      <More {...authors} />
      {open && <AuthorDialog author={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
