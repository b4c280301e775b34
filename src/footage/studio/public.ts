import type { Screen } from '../../kit/screen.ts'

export { ClipPicker } from './clip-picker.tsx'
export { ClipThumb } from './clip-thumb.tsx'
export { type ChosenMoment, MomentPicker } from './moment-picker.tsx'
export { PictureField } from './picture-field.tsx'
export { PicturePicker } from './picture-picker.tsx'
export { PictureThumb } from './picture-thumb.tsx'
export { picturesIn, uploadPicture } from './upload-picture.ts'
export type { Clip, EmbedDto, PictureDto } from '../wire.ts'

export const footageScreens: readonly Screen[] = [
  {
    path: '/media',
    title: 'Media',
    right: 'picture.add',
    nav: { group: 'desk', order: 40, shortcut: 'g m' },
    load: async () => (await import('./media-screen.tsx')).MediaScreen,
  },
]
