import type { RoleName } from '../wire.ts'

export const ROLE_CHOICES: readonly (readonly [RoleName, string])[] = [
  ['writer', 'Writer'],
  ['editor', 'Editor'],
  ['host', 'Host'],
  ['footage', 'Footage'],
  ['shop', 'Shop'],
  ['owner', 'Owner'],
]
