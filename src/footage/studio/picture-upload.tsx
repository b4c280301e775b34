import { useState } from 'react'
import { plural } from '../../kit/time.ts'
import { Problem, sentenceOf } from '../../kit/problem.ts'
import { useAct } from '../../kit/read.ts'
import { useToast } from '../../kit/toast.tsx'
import type { PictureDto } from '../wire.ts'
import { DropPlace } from './drop-place.tsx'
import { picturesIn, uploadPicture } from './upload-picture.ts'

interface PictureUploadProps {
  onAdded: (pictures: PictureDto[]) => void
  multiple?: boolean
}

/** Choose, or drop files here. */
export function PictureUpload({ onAdded, multiple = false }: PictureUploadProps) {
  const [progress, setProgress] = useState(0)
  const toast = useToast()
  const send = useAct<File[], PictureDto[]>((files) => uploadAll(files, setProgress, toast.fail), {
    says: (added) => (added.length > 0 ? `${plural(added.length, 'picture')} added.` : ''),
    done: (added) => added.length > 0 && onAdded(added),
  })
  const take = (files: FileList | null) => {
    const pictures = picturesIn(files).slice(0, multiple ? 50 : 1)
    setProgress(0)
    if (pictures.length > 0) send.mutate(pictures)
    else if (files && files.length > 0) toast.say('There is no picture among these files.')
  }
  return (
    <DropPlace onFiles={take}>
      {send.isPending ? (
        <label className="drop-progress">
          Sending… <progress value={progress} />
        </label>
      ) : (
        <label>
          <span className="legend">Add {multiple ? 'pictures' : 'a picture'}: choose, or drop here</span>
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            multiple={multiple}
            onChange={(event) => {
              take(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
      )}
    </DropPlace>
  )
}

/** A file that is refused does not keep the others out; a connection that is lost does. */
async function uploadAll(
  files: readonly File[],
  onProgress: (part: number) => void,
  onRefused: (error: unknown) => void,
): Promise<PictureDto[]> {
  const added: PictureDto[] = []
  for (const [i, file] of files.entries())
    try {
      added.push(await uploadPicture(file, (part) => onProgress((i + part) / files.length)))
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 0) throw error
      const name = files.length > 1 ? `${file.name}: ` : ''
      onRefused(new Problem(error.kind, `${name}${sentenceOf(error)}`, error.status))
    }
  return added
}
