// What the shell itself needs of the doors of people and site, whose own types stand behind their public rooms.
export type { Me } from '../../people/studio/public.ts'
export type { BrandReply, ModulesReply } from '../../site/studio/public.ts'
