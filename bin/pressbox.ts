import { ConfigError } from '../src/platform/config.ts'
import { PostgresProblem } from '../src/platform/db/postgres-server.ts'
import { BackupProblem } from '../src/platform/backup/archive-format.ts'
import { backUpSite, restoreSite } from './commands/backup.ts'
import { Refusal } from '../src/platform/http/problem.ts'
import { makeToken, ownerLink } from './commands/access.ts'
import { doctor } from './commands/doctor.ts'
import { migrateDatabase } from './commands/migrate-database.ts'
import { rescore } from './commands/rescore.ts'
import { start } from './commands/start.ts'

/** Returns the exit code; null leaves the process running. */
export type Command = { name: string; summary: string; run: (args: string[]) => Promise<number | null> }

// A command is one file in commands/ and one line here; the help is made from this table.
const COMMANDS: Command[] = [
  { name: 'start', summary: 'run the site (--empty: without the demo brand)', run: start },
  { name: 'migrate', summary: 'bring the database to the schema of this version', run: migrateDatabase },
  { name: 'backup', summary: 'write everything into one archive: backup FILE', run: backUpSite },
  { name: 'restore', summary: 'bring an archive into an empty database: restore FILE', run: restoreSite },
  {
    name: 'token',
    summary: 'make an API token: token NAME --role ROLE (or --rights a,b) --days 90',
    run: makeToken,
  },
  {
    name: 'owner-link',
    summary: 'a link to a new password for an owner who cannot get in: owner-link [MAIL]',
    run: ownerLink,
  },
  { name: 'rescore', summary: 'score every match again from its log, and mend what was kept', run: rescore },
  { name: 'doctor', summary: 'check this machine and this installation', run: doctor },
]

export async function runCommand([name = 'help', ...args]: string[]): Promise<void> {
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command) process.exitCode = (await runSafely(command, args)) ?? process.exitCode
  else process.exitCode = printHelp(name)
}

/** What whoever runs the server can mend is said in its sentence, without a stack. */
async function runSafely(command: Command, args: string[]): Promise<number | null> {
  try {
    return await command.run(args)
  } catch (error) {
    if (![ConfigError, PostgresProblem, BackupProblem, Refusal].some((kind) => error instanceof kind))
      throw error
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

function printHelp(name: string): number {
  const asked = ['help', '--help', '-h'].includes(name)
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(12)}${command.summary}`)
  if (!asked) console.error(`There is no command "${name}".`)
  console.log(['Usage: pressbox COMMAND', '', ...lines].join('\n'))
  return asked ? 0 : 1
}
