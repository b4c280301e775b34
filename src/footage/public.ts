export { addMasterFromFile } from './add-master-from-file.ts'
export { addPicture } from './add-picture.ts'
export { playUrl } from './clip-html.ts'
export { clockText, isoDuration, spanFragment } from './clip-time.ts'
export { filesDoor } from './files-door.ts'
export {
  brokenMoments,
  clipExists,
  findClips,
  listClipChoices,
  type Moment,
  transcriptOfClip,
} from './find-clips.ts'
export { markClip } from './mark-clip.ts'
export { importTranscript } from './import-transcript.ts'
export { findPictures } from './find-pictures.ts'
export { findShownPictures } from './find-shown-pictures.ts'
export { footageModule } from './footage-module.ts'
export { pictureHtml, type PictureOptions, pictureUrl, shareImageUrl } from './picture-html.ts'
export { toolProblem } from './processing/find-tool.ts'
export type { FindUses, PictureUse } from './remove-picture.ts'
export type { ClipRef, PictureRef } from './wire.ts'
