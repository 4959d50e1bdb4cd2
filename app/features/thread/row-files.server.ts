import { formatFileSize } from "~/kit/format";
import { escapeText } from "~/kit/markup.server";
import { filePath, isPicture, KINDS, thumbnailOf, thumbnailPath, type SharedFile } from "~/features/file/model";

const faceOf = (file: SharedFile): string => {
  const { width, height } = thumbnailOf(file);
  return isPicture(file)
    ? `<img class="file-face" src="${thumbnailPath(file.id)}" alt="" width="${width}" height="${height}" loading="lazy" decoding="async">`
    : `<span class="file-kind">${KINDS[file.kind].extensions[0].toUpperCase()}</span>`;
};

/** What is seen of a file on one line: kind or picture, name and weight. It serves a message and the list of documents. */
export const documentLink = (file: SharedFile): string =>
  `<a class="file" href="${filePath(file)}"${isPicture(file) ? " data-picture" : ""}>${faceOf(file)}` +
  `<span class="file-name">${escapeText(file.name)}</span> <span class="file-size">${formatFileSize(file.size)}</span></a>`;

/** A picture, small, over the words that say what it shows; without any, its name. */
export function pictureLink(file: SharedFile): string {
  const { width, height } = thumbnailOf(file);
  const words = file.description ? escapeText(file.description) : `Image sans description\u00a0: ${escapeText(file.name)}`;
  return (
    `<a class="picture" href="${filePath(file)}" data-picture><img src="${thumbnailPath(file.id)}" alt="" width="${width}" height="${height}" loading="lazy" decoding="async">` +
    `<span class="picture-words">${words}</span></a>`
  );
}

const listOf = (name: string, links: readonly string[]): string =>
  links.length > 0 ? `<ul class="${name}" role="list">${links.map((link) => `<li>${link}</li>`).join("")}</ul>` : "";

/** The files of a message, under its text: pictures side by side, then documents a line each. */
export const filesMarkup = (files: readonly SharedFile[] | null): string =>
  files ? listOf("pictures", files.filter(isPicture).map(pictureLink)) + listOf("files", files.filter((file) => !isPicture(file)).map(documentLink)) : "";
