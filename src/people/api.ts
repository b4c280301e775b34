import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { FORGOTTEN_JOB, mailPasswordLink } from './forget-password.ts'
import { invitationDoors, peopleDoors, recordDoors, tokenDoors } from './people-doors.ts'
import type { Person } from './person.ts'
import { accountDoors, entranceDoors } from './session-doors.ts'

export const peopleModule = (p: Platform): Module<Person> => ({
  name: 'people',
  endpoints: [
    ...entranceDoors(p),
    ...accountDoors(p),
    ...peopleDoors(p),
    ...invitationDoors(p),
    ...tokenDoors(p),
    ...recordDoors(p),
  ],
  jobs: { [FORGOTTEN_JOB]: ({ email }) => mailPasswordLink(p, String(email)) },
})
