import { createHash, randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const ABANDONED_MS = 24 * 3_600_000

/** A process, so that another one which got its number later is not taken for it. */
interface Process {
  pid: number
  /** When it began, in the kernel's ticks; empty where the system does not tell. */
  began: string
}

export interface WorkFolder {
  readonly path: string
  /** Has the group killed by the next start, should we not live to do it. */
  note: (group: number) => void
  remove: () => Promise<void>
}

const GROUPS = 'groups'
const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 })

/** A folder for half-made files, whose name tells whose it is: there is no moment in which it does not. */
export async function openWorkFolder(parent: string): Promise<WorkFolder> {
  const { pid, began } = processOf(process.pid)
  const path = join(parent, `${place()}.${pid}.${began}.${randomUUID()}`)
  const out = join(path, 'out')
  await mkdir(out, { recursive: true })
  return {
    path: out,
    note: (group) => appendFileSync(join(path, GROUPS), `${group} ${beganOf(group)}\n`),
    remove: () => remove(path),
  }
}

/** Kills what a process that died has left running, and removes what it left half-made. Those of living processes stay. */
export async function sweepWorkFolders(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  for (const name of names) {
    const path = join(parent, name)
    const [where, pid, began = ''] = name.split('.')
    if (where === place()) {
      if (isAlive({ pid: Number(pid), began })) continue
      for (const group of await groupsOf(path)) killLeftover(group)
    } else if (!(await isOld(path))) continue
    await remove(path)
  }
}

const groupsOf = async (path: string): Promise<Process[]> => {
  const text = await readFile(join(path, GROUPS), 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [pid, began = ''] = line.split(' ')
    return Number(pid) > 1 ? [{ pid: Number(pid), began }] : []
  })
}

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
    return began === ''
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

/** Where numbers of processes mean what they meant: this boot, this container. */
function place(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const where = `${boot} ${readlinkSync('/proc/self/ns/pid')}`
    return createHash('sha256').update(where).digest('hex').slice(0, 16)
  } catch {
    return process.platform
  }
}
