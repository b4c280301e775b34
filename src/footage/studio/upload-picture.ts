import { OFFLINE, Problem, problemFrom } from '../../kit/problem.ts'
import { withQuery } from '../../kit/call.ts'
import type { PictureDto } from '../wire.ts'

/** Sends a picture, telling how much of it has left (0 to 1). fetch does not tell, XMLHttpRequest does. */
export function uploadPicture(
  file: File,
  onProgress: (part: number) => void = () => {},
): Promise<PictureDto> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', withQuery('/api/v1/pictures', { name: file.name.slice(0, 300) }))
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300)
        resolve(JSON.parse(request.responseText) as PictureDto)
      else reject(problemFrom(request.status, request.responseText))
    })
    request.addEventListener('error', () => reject(new Problem('offline', OFFLINE, 0)))
    request.send(file)
  })
}

/** The pictures among what was dropped or pasted. */
export const picturesIn = (files: FileList | readonly File[] | null | undefined): File[] =>
  [...(files ?? [])].filter(({ type }) => type.startsWith('image/'))
