import { RIGHTS, ROLES } from './rights.ts'

/** docs/rights.md, made from the table. Rewrite it with `npm run pressbox -- rights`, or from the failing test's message. */
export function rightsDocument(): string {
  const rows = Object.entries(RIGHTS).map(([right, { says, roles }]) => {
    const held: readonly string[] = roles
    return `| \`${right}\` | ${says} | ${ROLES.map((role) => (held.includes(role) ? 'yes' : '')).join(' | ')} |`
  })
  return [
    '# Who may do what',
    '',
    'Made from `src/people/rights.ts`, from which the checks are made too. Do not change this file by hand.',
    '',
    'A person has one role. An API token has a scope of rights, and never more than the role of the person who made it has at',
    'the moment of its use. Doors that are open to everybody, or to everybody signed in, need no right.',
    '',
    `| right | allows to | ${ROLES.join(' | ')} |`,
    `| --- | --- | ${ROLES.map(() => ':-:').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n')
}
