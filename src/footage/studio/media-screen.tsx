import { useState } from 'react'
import { Page } from '../../kit/page.tsx'
import type { PictureDto } from '../wire.ts'
import { PictureDialog } from './picture-dialog.tsx'
import { PictureGrid } from './picture-grid.tsx'
import { PictureUpload } from './picture-upload.tsx'

export function MediaScreen() {
  const [open, setOpen] = useState<PictureDto | null>(null)
  return (
    <Page title="Media">
      <PictureUpload multiple onAdded={(added) => added.length === 1 && setOpen(added[0] ?? null)} />
      <PictureGrid verb="Describe" onChoose={setOpen} />
      {open && <PictureDialog id={open.id} onClose={() => setOpen(null)} />}
    </Page>
  )
}
