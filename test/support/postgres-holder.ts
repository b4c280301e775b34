import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'

export type Holder = {
  pid: number
  url?: string
  adopted?: boolean
  problem?: string
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

const SCRIPT = join(import.meta.dirname, 'hold-postgres.ts')

/** Starts a process that holds the database of a data folder; resolves when it has it, or has said why not. */
export async function hold(
  dataDir: string,
  options: { uid?: number; script?: string } = {},
): Promise<Holder> {
  const { child, pid, ended } = spawnHolder(dataDir, options)
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => ['{}'])])
  const said = JSON.parse(String(line[0])) as Omit<Holder, 'pid' | 'end'>
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await ended
  }
  return { ...said, pid, end }
}

/** A group of its own, as a shell gives each command. */
export function spawnHolder(
  dataDir: string,
  { uid, script = SCRIPT }: { uid?: number; script?: string } = {},
) {
  const child = spawn(process.execPath, [script, dataDir], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  if (child.pid === undefined) throw new Error(`${script} could not be run`)
  return { child, pid: child.pid, ended: once(child, 'exit') }
}

export function hasPostmaster(cluster: string): boolean {
  return existsSync(join(cluster, 'postmaster.pid'))
}

export function postmasterPid(cluster: string): number {
  const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  if (!(pid > 1)) throw new Error(`No server runs on ${cluster}`)
  return pid
}

export async function ask(url: string | undefined, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end())
  return Object.values(rows[0] ?? {})[0]
}
