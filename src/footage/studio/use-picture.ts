import { useRead } from '../../kit/read.ts'
import type { PictureDto } from '../wire.ts'

export const usePicture = (id: string | null) =>
  useRead<PictureDto>(id === null ? null : `/api/v1/pictures/${id}`, ['desk:pictures'])
