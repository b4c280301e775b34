/** Roles, from the one who may do everything to those of one desk. */
export const ROLES = ['owner', 'editor', 'writer', 'footage', 'host', 'shop'] as const
export type Role = (typeof ROLES)[number]

const EVERYONE = ROLES

/** The one table of what each role may do; the check, the tests and the docs come from it. */
export const RIGHTS = {
  'studio.open': { roles: EVERYONE, says: 'Open the studio, see Tonight and who is on the site' },
  'story.write': {
    roles: ['owner', 'editor', 'writer'],
    says: 'Write and change stories that are not published',
  },
  'story.publish': { roles: ['owner', 'editor'], says: 'Publish, schedule, correct and unpublish stories' },
  'tag.manage': { roles: ['owner', 'editor'], says: 'Make and change tags' },
  'author.manage': { roles: ['owner', 'editor'], says: 'Make and change authors' },
  'picture.add': { roles: EVERYONE, says: 'Add pictures and describe them' },
  'footage.manage': {
    roles: ['owner', 'editor', 'footage'],
    says: 'Upload footage, mark clips, import transcripts, write warnings',
  },
  'event.manage': { roles: ['owner', 'editor', 'host'], says: 'Make and change shows and events' },
  'event.run': { roles: ['owner', 'editor', 'host'], says: 'Start, pause, end, postpone and cancel events' },
  'league.manage': {
    roles: ['owner', 'editor', 'host'],
    says: 'Make and change seasons, sides, players and matches',
  },
  'match.rule': { roles: ['owner', 'editor', 'host'], says: 'Rule matches at the console' },
  'shop.manage': {
    roles: ['owner', 'shop'],
    says: 'Make and change products, stock, collections, shipping and taxes; pause a drop',
  },
  'order.manage': { roles: ['owner', 'shop'], says: 'See orders, hand them out, refund them' },
  'promo.manage': { roles: ['owner', 'editor', 'shop'], says: 'Make and change promos' },
  'page.manage': { roles: ['owner', 'editor'], says: 'Change menus, the footer and static pages' },
  'front.curate': { roles: ['owner', 'editor'], says: 'Choose what leads the front page' },
  'brand.manage': { roles: ['owner'], says: 'Change name, logo, colours and fonts' },
  'settings.manage': { roles: ['owner'], says: 'Turn modules on and off, read the outbox' },
  'people.manage': { roles: ['owner'], says: 'Invite people, change their roles, end their sessions' },
  'token.manage': { roles: ['owner'], says: 'Make and end API tokens' },
  'audit.read': { roles: ['owner', 'editor'], says: 'Read the audit log' },
} as const satisfies Record<string, { roles: readonly Role[]; says: string }>

export type Right = keyof typeof RIGHTS

/** `public`: everybody; `signed-in`: every account. Both are for doors only, no role has to hold them. */
export const isRight = (name: string): name is Right => Object.hasOwn(RIGHTS, name)

export const roleMay = (role: Role, right: Right): boolean =>
  (RIGHTS[right].roles as readonly Role[]).includes(role)
