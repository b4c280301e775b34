/** A place in the change log, written `epoch.id`. A restore begins a new epoch: positions of two epochs do not compare. */
export interface Position {
  epoch: string
  id: number
}

export const formatPosition = ({ epoch, id }: Position): string => `${epoch}.${id}`

export function parsePosition(text: string): Position | null {
  const match = /^([0-9a-z]{1,32})\.(\d{1,15})$/.exec(text)
  return match?.[1] && match[2] ? { epoch: match[1], id: Number(match[2]) } : null
}
