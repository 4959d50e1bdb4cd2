import { Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { articlePath, REVIEW } from "../model";
import type { workshopPage } from "../article/pages.server";
import { StateTag } from "./charter-text";
import { Moved } from "./moved-note";

const SAID = {
  debut: "La version est commencée. Chaque membre peut maintenant commenter et proposer.",
  retrait: "L’article est retiré. Ce qu’on en avait dit est conservé ci-dessous.",
};

/** Where the charter is written: its articles along the thread, each with what is said of it. */
export function WorkshopView({ page }: { page: Awaited<ReturnType<typeof workshopPage>> }) {
  const { number, title, state, stateName, open, reviewed, articles, retired, drafters, credited, participation, drafter, committee, stamp } = page;
  return (
    <>
      <PageHeader
        title="L’atelier de la charte"
        back={{ to: "/charte", label: "La charte" }}
        lead={open ? "Ouvrez un article pour le commenter ou proposer une autre formulation." : "Le texte ne bouge plus\u00a0: ce qui a été dit reste ici."}
        facts={
          <span className="row">
            <span>
              {title}, version {number}
            </span>
            <StateTag state={state}>{stateName}</StateTag>
          </span>
        }
        tied={articles.length > 0}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} stamp={stamp} here="/charte/redaction" />
      {articles.length === 0 ? (
        <EmptyState act={drafter && open ? <ButtonLink to="/charte/articles/nouveau">Écrire le premier article</ButtonLink> : null}>La charte n’a pas encore d’articles.</EmptyState>
      ) : (
        <Yarn>
          {articles.map((article) => (
            <YarnItem key={article.id} knot={article.said ? "loose" : "event"}>
              <YarnText
                title={
                  <Link to={article.to}>
                    {article.position}. {article.title}
                  </Link>
                }
                note={article.said || "Rien n’en est dit encore"}
                act={article.adrift > 0 ? <Tag tone="honey">{article.adrift === 1 ? "Une à revoir" : `${article.adrift} à revoir`}</Tag> : null}
              />
            </YarnItem>
          ))}
        </Yarn>
      )}
      {drafter && open && articles.length > 0 ? (
        <p className="screen-only after-yarn">
          <Link to="/charte/articles/nouveau">Ajouter un article</Link>
        </p>
      ) : null}
      <section className="section" aria-labelledby="participation">
        <h2 id="participation">La participation</h2>
        <p>{participation}.</p>
        <p className="soft">On compte, sans nommer personne. Les participations en pause et les personnes invitées ne sont pas comptées.</p>
      </section>
      {reviewed ? (
        <p className="after-yarn">
          <Link to={REVIEW}>Ce que chaque organisation en dit, à l’examen des gestionnaires</Link>
        </p>
      ) : null}
      <section className="section" aria-labelledby="groupe">
        <h2 id="groupe">Qui écrit</h2>
        <p>
          Le comité de travail{drafters.length > 0 ? `, avec ${drafters.join(", ")}` : ""} forme le groupe de rédaction. Il répond à chaque proposition, avec sa raison.
          {committee ? (
            <>
              {" "}
              <Link to="/comite/charte/redaction">Nommer ou retirer quelqu’un</Link>
            </>
          ) : null}
        </p>
        {credited.length > 0 ? <p>Avec les mots de {credited.join(", ")}.</p> : null}
      </section>
      {retired.length > 0 ? (
        <section className="section" aria-labelledby="retires">
          <h2 id="retires">Articles retirés ou joints à un autre</h2>
          <ul role="list" className="plain-list">
            {retired.map((article) => (
              <li key={article.id}>
                <Link to={articlePath(article.id)}>{article.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
