import { type DragEvent, useState } from 'react'
import { plural } from '../../kit/time.ts'
import { useAct } from '../../kit/read.ts'
import type { PictureDto } from '../wire.ts'
import { picturesIn, uploadPicture } from './upload-picture.ts'

interface PictureUploadProps {
  onAdded: (pictures: PictureDto[]) => void
  multiple?: boolean
}

/** Choose, or drop files here. */
export function PictureUpload({ onAdded, multiple = false }: PictureUploadProps) {
  const [progress, setProgress] = useState(0)
  const [over, setOver] = useState(false)
  const send = useAct<File[], PictureDto[]>(
    async (files) => {
      const added: PictureDto[] = []
      for (const [i, file] of files.entries())
        added.push(await uploadPicture(file, (part) => setProgress((i + part) / files.length)))
      return added
    },
    { says: (added) => `${plural(added.length, 'picture')} added.`, done: onAdded },
  )
  const take = (files: FileList | null) => {
    const pictures = picturesIn(files).slice(0, multiple ? 50 : 1)
    setProgress(0)
    if (pictures.length > 0) send.mutate(pictures)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={over ? 'drop-place is-over' : 'drop-place'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
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
    </div>
  )
}
