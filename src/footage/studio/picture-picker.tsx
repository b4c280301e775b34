import { Dialog } from '../../kit/dialog.tsx'
import type { PictureDto } from '../wire.ts'
import { PictureGrid } from './picture-grid.tsx'
import { PictureUpload } from './picture-upload.tsx'

interface PicturePickerProps {
  title?: string
  onChoose: (picture: PictureDto) => void
  onClose: () => void
}

export function PicturePicker({ title = 'Choose a picture', onChoose, onClose }: PicturePickerProps) {
  return (
    <Dialog title={title} size="large" onClose={onClose}>
      <PictureUpload onAdded={([first]) => first && onChoose(first)} />
      <PictureGrid verb="Use" onChoose={onChoose} />
    </Dialog>
  )
}
