const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a list goes on: after this instant and, within it, this id. */
export interface Cursor {
  at: Date
  id: string
}

export const formatCursor = ({ at, id }: Cursor): string => `${at.getTime().toString(36)}-${id}`

/** `null`: no list of ours ever gave this out. */
export function parseCursor(text: string): Cursor | null {
  const [, time, id] = /^([0-9a-z]{1,9})-(.+)$/.exec(text) ?? []
  if (time === undefined || id === undefined || !UUID.test(id)) return null
  return { at: new Date(parseInt(time, 36)), id }
}
