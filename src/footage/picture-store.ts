import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { PictureRef } from './wire.ts'

interface PictureTable {
  id: Generated<string>
  sha256: string
  mime: string
  bytes: number
  width: number
  height: number
  average_colour: string
  alt: string
  caption: string
  credit: string
  rights_note: string
  rights_until: Date | null
  focal_x: Generated<number>
  focal_y: Generated<number>
  added_by: string | null
  revision: Generated<number>
  created_at: Generated<Date>
  words: ColumnType<string, never, never>
}

export interface Picture extends PictureRef {
  mime: string
  bytes: number
  averageColour: string
  caption: string
  rightsNote: string
  rightsUntil: Date | null
  addedBy: string | null
  revision: number
  createdAt: Date
}

export type NewPicture = Omit<Picture, 'id' | 'revision' | 'createdAt' | 'focalX' | 'focalY'>
export type PictureWords = Pick<
  Picture,
  'alt' | 'caption' | 'credit' | 'rightsNote' | 'rightsUntil' | 'focalX' | 'focalY'
>

const db = (source: Source) => source.q.withTables<{ pictures: PictureTable }>()

const toPicture = (row: Selectable<PictureTable>): Picture => ({
  id: row.id,
  sha256: row.sha256,
  width: row.width,
  height: row.height,
  alt: row.alt,
  credit: row.credit,
  focalX: row.focal_x,
  focalY: row.focal_y,
  mime: row.mime,
  bytes: row.bytes,
  averageColour: row.average_colour,
  caption: row.caption,
  rightsNote: row.rights_note,
  rightsUntil: row.rights_until,
  addedBy: row.added_by,
  revision: row.revision,
  createdAt: row.created_at,
})

export async function readPicture(source: Source, id: string): Promise<Picture | null> {
  const row = await db(source).selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPicture(row) : null
}

export async function readPictureByHash(source: Source, sha256: string): Promise<Picture | null> {
  const row = await db(source)
    .selectFrom('pictures')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ? toPicture(row) : null
}

export async function readPictures(source: Source, ids: readonly string[]): Promise<Picture[]> {
  if (ids.length === 0) return []
  const rows = await db(source).selectFrom('pictures').selectAll().where('id', 'in', ids).execute()
  return rows.map(toPicture)
}

/** Newest first; ids are drawn in the order of time. `text`: words that begin words of alt, caption or credit. */
export async function listPictureRows(
  source: Source,
  { text, before, limit }: { text: string; before: string | null; limit: number },
): Promise<Picture[]> {
  let query = db(source).selectFrom('pictures').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== null) query = query.where('id', '<', before)
  const prefixes = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ')
  if (prefixes !== '') query = query.where(sql<boolean>`words @@ to_tsquery('simple', ${prefixes})`)
  return (await query.execute()).map(toPicture)
}

/** `null`: a picture with these very bytes is there already. */
export async function insertPicture(source: Source, picture: NewPicture): Promise<Picture | null> {
  const row = await db(source)
    .insertInto('pictures')
    .values({
      sha256: picture.sha256,
      mime: picture.mime,
      bytes: picture.bytes,
      width: picture.width,
      height: picture.height,
      average_colour: picture.averageColour,
      alt: picture.alt,
      caption: picture.caption,
      credit: picture.credit,
      rights_note: picture.rightsNote,
      rights_until: picture.rightsUntil,
      added_by: picture.addedBy,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? toPicture(row) : null
}

/** `null`: it has another revision by now, or is gone. */
export async function writePictureWords(
  source: Source,
  id: string,
  basedOn: number,
  words: PictureWords,
): Promise<Picture | null> {
  const row = await db(source)
    .updateTable('pictures')
    .set({
      alt: words.alt,
      caption: words.caption,
      credit: words.credit,
      rights_note: words.rightsNote,
      rights_until: words.rightsUntil,
      focal_x: words.focalX,
      focal_y: words.focalY,
      revision: basedOn + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', basedOn)
    .returningAll()
    .executeTakeFirst()
  return row ? toPicture(row) : null
}

export async function deletePicture(source: Source, id: string, basedOn: number): Promise<boolean> {
  const { numDeletedRows } = await db(source)
    .deleteFrom('pictures')
    .where('id', '=', id)
    .where('revision', '=', basedOn)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
