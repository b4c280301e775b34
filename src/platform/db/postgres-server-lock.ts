import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { AlreadyRunning } from './postgres-server-problem.ts'

const holderSchema = z.object({ pid: z.number().int(), born: z.string(), url: z.string() })
type Holder = z.infer<typeof holderSchema>

/** One Pressbox a cluster. `announce` adds the address at which it can be found. */
export type Lock = { announce: (url: string) => void; release: () => void }

export function takeLock(path: string): Lock {
  const mine = { pid: process.pid, born: birthOf(process.pid) ?? '', url: '' }
  while (!tryTake(path, mine)) {
    const holder = readHolder(path)
    if (holder && isAlive(holder)) refuse(holder)
    replaceDead(path, holder, mine)
  }
  return {
    announce: (url) => writeOver(path, { ...mine, url }),
    release: () => rmSync(path, { force: true }),
  }
}

/** When a process began, as the system tells it: a pid alone comes round again. Null when there is none. */
export function birthOf(pid: number): string | null {
  try {
    return process.platform === 'linux' ? birthOnLinux(pid) : birthByPs(pid)
  } catch {
    return null
  }
}

function birthOnLinux(pid: number): string | null {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
  const fields = afterName.split(' ')
  // proc(5): the state is field 3, and starttime, in ticks since boot, field 22.
  if (fields[0] === 'Z') return null
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
}

function birthByPs(pid: number): string | null {
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
}

function isAlive(holder: Holder): boolean {
  return birthOf(holder.pid) === holder.born
}

/** A link appears with its whole content or not at all, which creating and then writing does not. */
function tryTake(path: string, mine: Holder): boolean {
  const own = ownFile(path)
  writeFileSync(own, JSON.stringify(mine))
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** Two may find the same dead holder: who gets the claim looks once more before replacing it. */
function replaceDead(path: string, dead: Holder | null, mine: Holder): void {
  const claim = `${path}.claim`
  if (!tryTake(claim, mine)) {
    const claimant = readHolder(claim)
    if (!claimant || !isAlive(claimant)) rmSync(claim, { force: true })
    return
  }
  const now = readHolder(path)
  if (now?.pid === dead?.pid && now?.born === dead?.born) rmSync(path, { force: true })
  rmSync(claim, { force: true })
}

function writeOver(path: string, holder: Holder): void {
  const own = ownFile(path)
  writeFileSync(own, JSON.stringify(holder))
  renameSync(own, path)
}

function ownFile(path: string): string {
  return `${path}.${process.pid}`
}

/** Null also for what a full disk or a hand has garbled: it names nobody who could be alive. */
function readHolder(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function refuse(holder: Holder): never {
  const where = holder.url ? ` at ${holder.url}` : ', still starting'
  throw new AlreadyRunning(
    `Pressbox already runs on this data folder (process ${holder.pid}${where}); stop it first, or set PRESSBOX_DATA to another folder.`,
  )
}
