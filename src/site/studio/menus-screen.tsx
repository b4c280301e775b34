import { call } from '../../kit/call.ts'
import { DraftForm } from '../../kit/draft-form.tsx'
import { Field } from '../../kit/field.tsx'
import { moved, OrderButtons } from '../../kit/order-buttons.tsx'
import { Page } from '../../kit/page.tsx'
import { useAct, useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import type { Link, Menus } from '../wire.ts'
import type { MenusReply } from './wire-types.ts'

export function MenusScreen() {
  const menus = useRead<MenusReply>('/api/v1/menus', ['settings:menus', 'desk:settings'])
  return (
    <Page title="Menus">
      <Loaded query={menus} what="the menus">
        {(data) => <MenusForm menus={data} />}
      </Loaded>
    </Page>
  )
}

function MenusForm({ menus }: { menus: MenusReply }) {
  const draft = useDraft<Menus>(menus.value, menus.revision)
  const save = useAct<void, { revision: number }>(
    () => call('PUT', '/api/v1/menus', draft.value, { revision: draft.revision }),
    { says: 'The menus have changed on every page.', done: ({ revision }) => draft.accept(revision) },
  )
  const { value, set } = draft
  return (
    <DraftForm what="menus" draft={draft} onSave={() => save.mutate()} saving={save.isPending} ofPanels>
      <section className="panel">
        <h2>Menu</h2>
        <Links what="menu entry" links={value.menu} most={12} onChange={(menu) => set({ menu })} />
      </section>
      {value.footer.map((column, i) => (
        <section key={`footer-${i}`} className="panel">
          <div className="shelf-row">
            <Field label={`Footer, column ${i + 1}`}>
              <input
                required
                maxLength={40}
                value={column.title}
                onChange={(event) =>
                  set({ footer: value.footer.with(i, { ...column, title: event.target.value }) })
                }
              />
            </Field>
            <OrderButtons
              what={`footer column ${i + 1}`}
              index={i}
              count={value.footer.length}
              onMove={(to) => set({ footer: moved(value.footer, i, to) })}
              onRemove={() => set({ footer: value.footer.toSpliced(i, 1) })}
            />
          </div>
          <Links
            what="link"
            where={`of column ${i + 1}`}
            links={column.links}
            most={20}
            onChange={(links) => set({ footer: value.footer.with(i, { ...column, links }) })}
          />
        </section>
      ))}
      {value.footer.length < 6 && (
        <div className="form-actions">
          <button
            type="button"
            className="button"
            onClick={() => set({ footer: [...value.footer, { title: '', links: [] }] })}
          >
            Add a footer column
          </button>
        </div>
      )}
      <section className="panel">
        <Field label="Small print">
          <textarea
            maxLength={500}
            value={value.smallPrint}
            onChange={(event) => set({ smallPrint: event.target.value })}
          />
        </Field>
      </section>
    </DraftForm>
  )
}

interface LinksProps {
  what: string
  where?: string
  links: readonly Link[]
  most: number
  onChange: (links: Link[]) => void
}

function Links({ what, where = '', links, most, onChange }: LinksProps) {
  return (
    <>
      <ol className="form">
        {links.map((link, i) => (
          <li key={`link-${i}`} className="shelf-row">
            <div className="form-row">
              <Field label={`${what[0]?.toUpperCase()}${what.slice(1)} ${i + 1}`}>
                <input
                  required
                  maxLength={40}
                  value={link.label}
                  onChange={(event) => onChange(links.with(i, { ...link, label: event.target.value }))}
                />
              </Field>
              <Field label="Leads to">
                <input
                  required
                  maxLength={500}
                  value={link.url}
                  onChange={(event) => onChange(links.with(i, { ...link, url: event.target.value }))}
                />
              </Field>
            </div>
            <OrderButtons
              what={`${what} ${i + 1} ${where}`.trim()}
              index={i}
              count={links.length}
              onMove={(to) => onChange(moved(links, i, to))}
              onRemove={() => onChange(links.toSpliced(i, 1))}
            />
          </li>
        ))}
      </ol>
      {links.length < most && (
        <div className="form-actions">
          <button
            type="button"
            className="button"
            onClick={() => onChange([...links, { label: '', url: '' }])}
          >
            Add a {what}
          </button>
        </div>
      )}
    </>
  )
}
