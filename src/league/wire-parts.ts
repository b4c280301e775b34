/** What the JSON of the league is put together from. */
import { z } from 'zod'

export const text = (max: number) => z.string().trim().max(max)
export const instant = z.iso.datetime({ offset: true })

export const Slug = z
  .string()
  .max(100)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'may have small letters, digits and single hyphens, such as night-owls-45',
  )

export const listOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) })
export const limit = z.coerce.number().int().min(1).max(100).default(30)
