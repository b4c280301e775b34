import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Client } from 'pg'
import { readConfig } from '../../src/platform/config.ts'
import { AlreadyRunning } from '../../src/platform/db/postgres-server.ts'
import { findProgram } from '../find-program.ts'
import { withDatabase } from './with-database.ts'

type Finding = { ok: boolean; text: string }

const NEEDED_NODE_MAJOR = 26
const NEEDED_FREE_MB = 500
const BYTES_PER_MB = 1024 * 1024

/** Looks at everything Pressbox needs from this machine, and says what to do about what is missing. */
export async function doctor(): Promise<number> {
  const { PRESSBOX_DATA: data } = readConfig(process.env)
  const findings = [checkNode(), checkFolder(data), checkSpace(data), checkFfmpeg(), await checkDatabase()]
  for (const { ok, text } of findings) console.log(`${ok ? 'ok  ' : 'FAIL'} ${text}`)
  return findings.every((finding) => finding.ok) ? 0 : 1
}

function checkNode(): Finding {
  const ok = Number(process.versions.node.split('.')[0]) >= NEEDED_NODE_MAJOR
  return {
    ok,
    text: `Node ${process.versions.node}${ok ? '' : `: ${NEEDED_NODE_MAJOR} is needed, run npm ci`}`,
  }
}

function checkFolder(data: string): Finding {
  try {
    accessSync(nearest(data), constants.W_OK)
    return { ok: true, text: `Data folder ${data}${existsSync(data) ? '' : ' (not made yet)'}` }
  } catch {
    return {
      ok: false,
      text: `Data folder ${data} cannot be written to: change its owner or set PRESSBOX_DATA`,
    }
  }
}

function checkSpace(data: string): Finding {
  const { bavail, bsize } = statfsSync(nearest(data))
  const free = Math.floor((bavail * bsize) / BYTES_PER_MB)
  const ok = free >= NEEDED_FREE_MB
  return { ok, text: `${free} MB free for data${ok ? '' : `: make room, ${NEEDED_FREE_MB} MB are needed`}` }
}

function checkFfmpeg(): Finding {
  const path = findProgram('ffmpeg')
  return {
    ok: path !== null,
    text: path ? `ffmpeg at ${path}` : 'No ffmpeg: apt-get install ffmpeg (clips need it)',
  }
}

async function checkDatabase(): Promise<Finding> {
  try {
    return { ok: true, text: `Database: ${await withDatabase(askVersion)}` }
  } catch (error) {
    const said = error instanceof Error ? error.message || error.name : String(error)
    return { ok: error instanceof AlreadyRunning, text: `Database: ${said}` }
  }
}

async function askVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  const { rows } = await client.query<{ version: string }>('select version()').finally(() => client.end())
  return rows[0]?.version.split(',')[0] ?? 'unknown'
}

function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path))
}
