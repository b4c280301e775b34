export { audit } from './audit-store.ts'
export { may, NOBODY, type Person, requireAtDoor, requireRight, SYSTEM } from './person.ts'
export { RIGHTS, type Right, ROLES, type Role } from './rights.ts'
