import { readFileSync, readlinkSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'

const ABANDONED_MS = 24 * 3_600_000

/** A process, so that another one which got its number later is not taken for it. */
interface Process {
  pid: number
  /** When it began, in the kernel's ticks; empty where the system does not tell. */
  began: string
}

interface Note {
  /** Where numbers of processes mean what they meant: this boot, this container. */
  place: string
  owner: Process
  /** Process groups that were started for the work. */
  groups: Process[]
}

export interface WorkFolder {
  readonly path: string
  /** Has the group killed by the next start, should we not live to do it. */
  note(group: number): void
  remove(): Promise<void>
}

/** A folder for half-made files, which tells whose it is. */
export async function openWorkFolder(parent: string): Promise<WorkFolder> {
  const path = join(parent, randomUUID())
  const out = join(path, 'out')
  await mkdir(out, { recursive: true })
  const note: Note = { place: place(), owner: processOf(process.pid), groups: [] }
  const write = (): Promise<void> => writeFile(join(path, 'note.json'), JSON.stringify(note))
  await write()
  return {
    path: out,
    note: (group) => {
      note.groups.push(processOf(group))
      write().catch(() => undefined)
    },
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** Kills what a process that died has left running, and removes what it left half-made. Those of living processes stay. */
export async function sweepWorkFolders(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  for (const name of names) {
    const path = join(parent, name)
    const note = await readNote(join(path, 'note.json'))
    if (note?.place === place()) {
      if (isAlive(note.owner)) continue
      for (const group of note.groups) killLeftover(group)
    } else if (!(await isOld(path))) continue
    await rm(path, { recursive: true, force: true, maxRetries: 3 })
  }
}

const readNote = async (path: string): Promise<Note | null> =>
  readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as Note,
    () => null,
  )

const isOld = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_MS
}

function killLeftover(group: Process): void {
  // Its leader's number can be another's only when the whole group is gone.
  const now = beganOf(group.pid)
  if (now !== '' && now !== group.began) return
  try {
    process.kill(-group.pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

const processOf = (pid: number): Process => ({ pid, began: beganOf(pid) })

function isAlive({ pid, began }: Process): boolean {
  const now = beganOf(pid)
  if (now !== '') return now === began
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Field 22 of /proc/<pid>/stat, for one that lives; the name in field 2 may hold spaces and brackets. */
function beganOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

function place(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return process.platform
  }
}
