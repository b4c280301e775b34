import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { PostgresProblem } from './postgres-server-problem.ts'

/** Whom the database runs as; null is whoever runs Pressbox. */
export type Account = { uid: number; gid: number } | null

const UNPRIVILEGED_USERS = ['pressbox', 'nobody']

/** PostgreSQL refuses to run as root: then it runs as the owner of its folder, or as a user without rights. */
export function chooseAccount(home: string): Account {
  const owner = statSync(home, { throwIfNoEntry: false })
  if (process.getuid?.() !== 0) {
    refuseForeignCluster(home, owner?.uid)
    return null
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return UNPRIVILEGED_USERS.map(lookUp).find((account) => account !== null) ?? refuseRoot()
}

/** Asked of the kernel, as that user: access lists and mounts count, not only mode bits. */
export function canReach(account: Account, path: string, how: 'enter' | 'run'): boolean {
  const test = how === 'enter' ? 'cd -- "$1"' : 'test -x "$1" && test -r "$1"'
  return (
    spawnSync('/bin/sh', ['-c', test, 'sh', path], { ...asAccount(account), stdio: 'ignore' }).status === 0
  )
}

/** The working directory is one that every user can enter. */
export function asAccount(account: Account): { uid?: number; gid?: number; cwd: string } {
  return { ...account, cwd: '/' }
}

function refuseForeignCluster(home: string, owner: number | undefined): void {
  if (owner === undefined || owner === process.getuid?.()) return
  throw new PostgresProblem(
    `The database in ${home} belongs to the user with id ${owner}: start Pressbox as that user or as root.`,
  )
}

function lookUp(user: string): Account {
  try {
    return { uid: numberOf('-u', user), gid: numberOf('-g', user) }
  } catch {
    return null
  }
}

function numberOf(flag: string, user: string): number {
  return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
}

function refuseRoot(): never {
  throw new PostgresProblem(
    'PostgreSQL does not run as root and this machine has no user "pressbox" or "nobody": create one, or start as another user.',
  )
}
