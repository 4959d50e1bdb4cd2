import type { ReactNode } from "react";
import { Knot } from "~/ui/knot";
import { Person, tintOf } from "~/ui/person";
import { TimeStamp } from "~/ui/time-stamp";
import { NOBODY_YET } from "../model";
import type { Author } from "../queries.server";

type Props = {
  id: string;
  author: Author | null;
  instant: string;
  when: string;
  body: string;
  /** A comment under the post before it. */
  under?: boolean;
  aside?: ReactNode;
  foot?: ReactNode;
};

/** A text of the Facebook group: a message of another time, sewn beside the thread rather than on it. */
export function ArchiveText({ id, author, instant, when, body, under, aside, foot }: Props) {
  return (
    <li className={under ? "yarn-item yarn-planned message archive-text archive-under" : "yarn-item yarn-planned message archive-text"} id={id}>
      <Knot kind="planned" />
      <article className="message-body" aria-label={author?.name ?? NOBODY_YET}>
        <header className="message-head">
          {author ? <Person name={author.name} title={author.title} organisation={author.organisation ?? ""} tint={tintOf(String(author.organisationId ?? ""))} /> : <Nobody />}
          <span className="archive-date">
            <TimeStamp instant={instant}>{when}</TimeStamp>
          </span>
        </header>
        {aside}
        <ArchiveBody body={body} />
        {foot ? <footer className="archive-foot">{foot}</footer> : null}
      </article>
    </li>
  );
}

function Nobody() {
  return (
    <span className="person">
      <span className="person-text">
        <span className="person-name">{NOBODY_YET}</span>
        <span className="person-role">du groupe Facebook</span>
      </span>
    </span>
  );
}

const LINK = /(https?:\/\/[^\s<>"«»]{1,1000})/g;

/** Its words as they were typed: Facebook knows lines and links, and nothing else. */
export function ArchiveBody({ body }: { body: string }) {
  return (
    <div className="prose archive-body">
      {body.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>
          {paragraph.split(LINK).map((part, place) =>
            place % 2 === 1 ? (
              <a key={place} href={part} rel="noreferrer noopener">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      ))}
    </div>
  );
}
