import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { FileKind } from "~/features/file/model";
import { CHUNK } from "~/features/file/mutations.server";
import { dispositionOf, isKnown, spanOf, type Span } from "./model";
import { findFile, readChunk } from "./queries.server";

const office = (name: string) => `application/vnd.openxmlformats-officedocument.${name}`;

const MEDIA_TYPES: Record<FileKind, string> = {
  pdf: "application/pdf",
  docx: office("wordprocessingml.document"),
  xlsx: office("spreadsheetml.sheet"),
  pptx: office("presentationml.presentation"),
  odt: "application/vnd.oasis.opendocument.text",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

/**
 * How files leave: never as a page of ours, whatever they hold. The right is asked
 * again each time, so a browser keeps a copy but may not show it unasked.
 */
const HEADERS = {
  "Cache-Control": "private, no-cache",
  "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
  "X-Content-Type-Options": "nosniff",
};

/** A file, or the part of it that is asked for. */
export async function sendFile(actor: ParticipantActor, id: number, request: Request): Promise<Response> {
  const file = await findFile(actor, id);
  const etag = `"${file.hash.slice(0, 32)}"`;
  const headers = {
    ...HEADERS,
    ETag: etag,
    "Accept-Ranges": "bytes",
    "Content-Type": MEDIA_TYPES[file.kind],
    "Content-Disposition": dispositionOf(file.name, file.picture),
  };
  const asked = request.headers;
  if (isKnown(asked.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  // A part of another version would not fit what the browser has.
  const fits = asked.get("If-Range") === null || asked.get("If-Range") === etag;
  const span = fits ? spanOf(asked.get("Range"), file.size) : undefined;
  if (span === null) return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${file.size}` } });
  const { from, to } = span ?? { from: 0, to: file.size - 1 };
  const part: Record<string, string> = span ? { "Content-Range": `bytes ${from}-${to}/${file.size}` } : {};
  return new Response(bytesOf(id, { from, to }), { status: span ? 206 : 200, headers: { ...headers, ...part, "Content-Length": String(to - from + 1) } });
}

/** A picture, small. */
export async function sendThumbnail(actor: ParticipantActor, id: number, request: Request): Promise<Response> {
  const file = await findFile(actor, id);
  const headers = { ...HEADERS, ETag: `"${file.hash.slice(0, 32)}-v"`, "Content-Type": MEDIA_TYPES.webp };
  if (isKnown(request.headers.get("If-None-Match"), headers.ETag)) return new Response(null, { status: 304, headers });
  // It fits in one piece: 480 points at most on either side.
  const bytes = file.picture ? await readChunk(id, "thumbnail", 0) : undefined;
  if (!bytes) throw new DomainError("thing.absent");
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Length": String(bytes.length) } });
}

/** Reads as fast as the reader takes it, a piece at a time. */
function bytesOf(id: number, { from, to }: Span): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream(
    {
      async pull(controller) {
        const number = Math.floor(at / CHUNK);
        const chunk = await readChunk(id, "whole", number);
        const piece = chunk?.subarray(at - number * CHUNK, to + 1 - number * CHUNK);
        // Deleted while it was read: the line is cut rather than the file made shorter in silence.
        if (!piece?.length) return controller.error(new Error("The file ended before its end."));
        at += piece.length;
        controller.enqueue(new Uint8Array(piece));
        if (at > to) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
