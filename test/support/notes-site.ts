import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { sql } from '../../src/platform/db/database.ts'
import { html } from '../../src/platform/html.ts'
import { PageMaker } from '../../src/platform/http/page-door.ts'
import type { PageRoute, Shell } from '../../src/platform/http/page.ts'
import { createWebServer } from '../../src/platform/http/web-server.ts'
import type { Reading } from '../../src/platform/live/reading.ts'
import { region } from '../../src/platform/live/regions.ts'
import type { Platform } from '../../src/platform/platform.ts'

/** The smallest site there is, for tests of the platform alone: notes, each a region on a page of its own. */
export interface NotesSite {
  origin: string
  set(id: string, text: string): Promise<void>
  /** Called while a note is being read, between the read and the render. */
  whileReading: (() => Promise<void>) | null
  close(): Promise<void>
}

/** With a lock: of two processes that start together, `if not exists` lets one fail on the other's table. */
export const createNotes = async (p: Platform): Promise<void> => {
  await sql`do $$ begin
    perform pg_advisory_xact_lock(hashtext('notes'));
    create table if not exists notes (id text primary key, text text not null);
  end $$`.execute(p.q)
}

export async function setNote(p: Platform, id: string, text: string): Promise<void> {
  await p.write(async (w) => {
    await sql`insert into notes values (${id}, ${text}) on conflict (id) do update set text = excluded.text`.execute(
      w.q,
    )
    w.touch(`note:${id}`)
  })
}

export async function notesSite(p: Platform): Promise<NotesSite> {
  await createNotes(p)
  const site: NotesSite = {
    origin: '',
    set: (id, text) => setNote(p, id, text),
    whileReading: null,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
  p.regionKinds.add({
    'note:*': async (reading, id) => {
      const text = await readNote(reading, id)
      await site.whileReading?.()
      return text === null ? null : html`<p>${text}</p>`
    },
  })
  const pages = new PageMaker([notePage], shell)
  p.servePages(pages.make)
  const server = createWebServer(p, pages, new Hono())
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return site
}

async function readNote(reading: Reading, id: string): Promise<string | null> {
  reading.topic(`note:${id}`)
  const { rows } = await sql<{ text: string }>`select text from notes where id = ${id}`.execute(reading.q)
  return rows[0]?.text ?? null
}

const notePage: PageRoute = {
  path: '/notes/:id',
  module: 'notes',
  query: ['look'],
  build: (_reading, params, query) => {
    const id = params['id'] ?? ''
    const body = html`<main class="${query['look']}">${region(`note:${id}`)}</main>`
    return Promise.resolve({
      kind: 'page',
      content: { title: id, description: '', canonical: `/notes/${id}`, sheet: 'notes', body },
    })
  },
}

const shell: Shell = {
  wrap: (_reading, content) =>
    Promise.resolve({
      markup: `<title>${content.title}</title><i>@@position@@</i>${content.body.toString()}`,
      headers: {},
    }),
  absent: (_reading, path, status) =>
    Promise.resolve({
      title: String(status),
      description: '',
      canonical: path,
      sheet: 'notes',
      body: html`<p>Nothing at ${path}</p>`,
    }),
}
