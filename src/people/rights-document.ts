import { RIGHTS, ROLES } from './rights.ts'

const HEAD = `# Who may do what

Made from \`src/people/rights.ts\`, from which the checks are made too. After a change there,
\`npx vitest run src/people/rights.test.ts -u\` writes this file anew.

A person has one role. An API token has a scope of rights, and never more than the role of the person who made it has at
the moment of its use. Doors that are open to everybody, or to everybody signed in, need no right.
`

/** The text of docs/rights.md, its table aligned as prettier has it. */
export function rightsDocument(): string {
  const rows = Object.entries(RIGHTS).map(([right, { says, roles }]) => {
    const held: readonly string[] = roles
    return [`\`${right}\``, says, ...ROLES.map((role) => (held.includes(role) ? 'yes' : ''))]
  })
  return `${HEAD}\n${table(['right', 'allows to', ...ROLES], rows)}\n`
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)))
  const line = (cells: string[], fill = ' '): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width, fill)).join(' | ')} |`
  return [line(head), line([], '-'), ...rows.map((row) => line(row))].join('\n')
}
