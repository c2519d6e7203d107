import type { VideoDraft } from '../../domain/draft.js';
import { trackColumns as column } from './trackColumns.js';

/** The columns of a video beside its song, as the public file names them; spread into the schema of a kind. */
export const videoColumns = {
  Title: column.name,
  Channel: column.name,
  Views: column.count,
  Likes: column.count,
  Comments: column.count,
  Licensed: column.boolean,
  official_video: column.boolean,
} as const;

/** Fields that {@link videoColumns} gives. */
interface VideoFields {
  readonly Title: string | null;
  readonly Channel: string | null;
  readonly Views: number | null;
  readonly Likes: number | null;
  readonly Comments: number | null;
  readonly Licensed: boolean | null;
  readonly official_video: boolean | null;
}

/** The video of a record, or null where neither its title nor its channel nor its views are known. */
export function videoFrom(fields: VideoFields): VideoDraft | null {
  if (fields.Title === null && fields.Channel === null && fields.Views === null) return null;
  return {
    title: fields.Title,
    channel: fields.Channel,
    views: fields.Views,
    likes: fields.Likes,
    comments: fields.Comments,
    licensed: fields.Licensed,
    official: fields.official_video,
  };
}
