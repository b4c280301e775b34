import type { z } from 'zod'
import type * as wire from '../wire.ts'

export type BrandReply = z.output<typeof wire.BrandReply>
export type MenusReply = z.output<typeof wire.MenusReply>
export type ModulesReply = z.output<typeof wire.ModulesReply>
export type FrontReply = z.output<typeof wire.FrontReply>
export type PromoReply = z.output<typeof wire.PromoReply>
export type StaticPage = z.output<typeof wire.StaticPageReply>
export type StaticPageItem = Omit<StaticPage, 'document'>
