import type { ReactNode } from "react";
import { Knot } from "./knot";
import { Person, type Tint } from "./person";

/*
 * A message on the yarn. Rows that are made as strings on the server must give
 * this markup; nothing in it depends on who reads it (what is new is said by
 * the YarnDivider before it, and its knot is filled by that).
 *
 * <ol class="yarn" role="list">
 *   <li class="yarn-new" id="nouveau"><span>WORDS</span></li>
 *   <li class="yarn-item message" id="ID">      + "message-hidden" when taken away,
 *                                               + "is-new" when it came while the page was open
 *     <svg class="knot" aria-hidden="true"><use href="#knot-loop"/></svg>
 *     <article class="message-body" aria-label="NAME">
 *       <header class="message-head">
 *         <span class="person">
 *           <span class="person-label tint-N" aria-hidden="true">INITIALS</span>
 *           <span class="person-text">
 *             <span class="person-name">NAME</span>     (or <a class="person-name" href>)
 *             <span class="person-role">TITLE, ORGANISATION</span>
 *           </span>
 *         </span>
 *         <a class="message-time" href="#ID"><time class="time" datetime="ISO">WORDS</time></a>
 *       </header>
 *       <div class="prose">RENDERED HTML</div>
 *       <footer class="message-foot">links and buttons, without class</footer>
 *     </article>
 *   </li>
 * </ol>
 */
type MessageLayoutProps = {
  id: string;
  author: { name: string; title?: string | null; organisation: string; tint: Tint; href?: string };
  /** A <TimeStamp>, or any phrase. */
  time: ReactNode;
  /** The address of this message: its own anchor unless told otherwise. */
  href?: string;
  children: ReactNode;
  foot?: ReactNode;
  justArrived?: boolean;
  hidden?: boolean;
};

export function MessageLayout({ id, author, time, href, children, foot, justArrived, hidden }: MessageLayoutProps) {
  const names = ["yarn-item", "message", hidden && "message-hidden", justArrived && "is-new"];
  return (
    <li className={names.filter(Boolean).join(" ")} id={id}>
      <Knot kind="event" />
      <article className="message-body" aria-label={author.name}>
        <header className="message-head">
          <Person {...author} />
          <a className="message-time" href={href ?? `#${id}`}>
            {time}
          </a>
        </header>
        <div className="prose">{children}</div>
        {foot ? <footer className="message-foot">{foot}</footer> : null}
      </article>
    </li>
  );
}
