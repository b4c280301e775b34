import type { Screen } from '../../kit/screen.ts'

export { ClipPicker } from './clip-picker.tsx'
export { ClipThumb } from './clip-thumb.tsx'
export { clockOf, lengthOf } from '../clip-time.ts'
export { type ChosenMoment, MomentPicker } from './moment-picker.tsx'
export { isSaid } from '../transcript.ts'
export { PictureField } from './picture-field.tsx'
export { PicturePicker } from './picture-picker.tsx'
export { PictureThumb } from './picture-thumb.tsx'
export { picturesIn, uploadPicture } from './upload-picture.ts'
export type { Clip, ClipTranscript, EmbedDto, PictureDto } from '../wire.ts'

export const footageScreens: readonly Screen[] = [
  {
    path: '/footage',
    title: 'Footage',
    right: 'footage.manage',
    nav: { group: 'desk', order: 35, shortcut: 'g v' },
    load: async () => (await import('./footage-screen.tsx')).FootageScreen,
  },
  {
    path: '/footage/$id',
    title: 'Footage',
    right: 'footage.manage',
    load: async () => (await import('./master-screen.tsx')).MasterScreen,
  },
  {
    path: '/media',
    title: 'Media',
    right: 'picture.add',
    nav: { group: 'desk', order: 40, shortcut: 'g m' },
    load: async () => (await import('./media-screen.tsx')).MediaScreen,
  },
]
