import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { TimeStamp } from "~/ui/time-stamp";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { NextMeeting } from "~/features/meeting/components/next-meeting";
import { useFrame } from "~/features/shell/use-frame";
import type { homePage } from "../pages.server";

type HomeData = Awaited<ReturnType<typeof homePage>>;

/** What is asked, what is new, and where one left off; nothing else. */
export function HomeView({ home }: { home: HomeData }) {
  const { todos, news, leftOff, next, member, mayWrite } = home;
  const frame = useFrame();
  const nothing = todos.length === 0 && news.length === 0 && leftOff === null && next === null;
  const write = (
    <ButtonLink look="main" to="/discussions/nouvelle">
      Écrire un message
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={`Bonjour ${firstNameOf(frame?.me?.name ?? "")}`.trim()} action={mayWrite && !nothing ? write : null} />
      {todos.length > 0 ? (
        <section className="section" aria-labelledby="a-faire">
          <h2 id="a-faire">À faire</h2>
          <Yarn>
            {todos.map(({ key, text, note, to, act }) => (
              <YarnItem key={key} knot="loose">
                <YarnText title={text} note={note} act={<ButtonLink look="plain" small to={to}>{act}</ButtonLink>} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      {next ? <NextMeeting meeting={next} /> : null}
      {member && !nothing ? <News news={news} /> : null}
      {leftOff ? (
        <section className="section" aria-labelledby="reprendre">
          <h2 id="reprendre">Reprendre où vous étiez</h2>
          <p className="yarn-title">
            <Link to={leftOff.to}>{leftOff.title}</Link>
          </p>
          <p className="yarn-note">
            {leftOff.where} · {leftOff.when}
          </p>
        </section>
      ) : null}
      {nothing && member ? (
        <EmptyState act={mayWrite ? write : null}>
          C’est ici que vous verrez ce qui est nouveau et ce qui vous attend. Rien n’est encore écrit dans la communauté.
        </EmptyState>
      ) : null}
    </>
  );
}

function News({ news }: { news: HomeData["news"] }) {
  return (
    <section className="section" aria-labelledby="nouveautes">
      <h2 id="nouveautes">Nouveau depuis votre dernière visite</h2>
      {news.length === 0 ? <p className="soft">Vous avez tout lu.</p> : null}
      <Yarn continues>
        {news.map(({ id, title, to, unread, lastAuthor, when, instant }) => (
          <YarnItem key={id} knot="new">
            <YarnText
              title={<Link to={to}>{title}</Link>}
              note={
                <>
                  <span className="tag tone-thread">{unread}</span> · {lastAuthor}, <TimeStamp instant={instant}>{when}</TimeStamp>
                </>
              }
            />
          </YarnItem>
        ))}
      </Yarn>
      <p className="row">
        <Link to="/discussions">Toutes les discussions</Link>
        <Link to="/brouillons">Mes brouillons</Link>
        <Link to="/signets">Mes signets</Link>
      </p>
    </section>
  );
}

/** « Marie-Ève Roy » is greeted as « Marie-Ève ». An address is not a name. */
const firstNameOf = (name: string): string => (name.includes("@") ? "" : (name.split(" ")[0] ?? ""));
