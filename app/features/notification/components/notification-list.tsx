import { Form, Link, useRevalidator } from "@remix-run/react";
import { useLive } from "~/realtime/use-live";
import { Done } from "~/features/community/components/done";
import { useFrame } from "~/features/shell/use-frame";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { TimeStamp } from "~/ui/time-stamp";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import type { notificationsPage } from "../pages.server";

type PageData = Awaited<ReturnType<typeof notificationsPage>>;
type Line = PageData["read"][number];

const sentences = { lu: "Tout est marqué comme lu." };

/** What one was told of: what waits, then what was read. */
export function NotificationList({ page }: { page: PageData }) {
  const { unread, read, first, waiting, next } = page;
  useNewLines(first);
  return (
    <>
      <PageHeader title="Notifications" lead="Quand on vous mentionne, quand on répond dans une discussion que vous suivez, quand votre question trouve une réponse. Lire la discussion suffit à les effacer." action={waiting ? <AllRead /> : null} />
      <Done sentences={sentences} />
      {unread.length > 0 ? <Lines id="a-lire" title="À lire" lines={unread} knot="new" /> : null}
      {read.length > 0 ? <Lines id="deja-lu" title="Déjà lu" lines={read} knot="event" /> : null}
      {unread.length + read.length === 0 ? <EmptyState>C’est ici que vous verrez qu’on vous mentionne ou qu’on vous répond. Rien pour le moment.</EmptyState> : null}
      <Pager label="Autres notifications" {...(next ? { older: { to: next, label: "Notifications plus anciennes" } } : {})} {...(first ? {} : { newer: { to: "/notifications", label: "Les plus récentes" } })} />
      <p className="page-note">
        <Link to="/reglages/notifications">Choisir ce qui vous est signalé, ici et par courriel</Link>
      </p>
    </>
  );
}

/** The list is made anew when something is told, as long as it shows what is latest. */
function useNewLines(first: boolean): void {
  const { revalidate } = useRevalidator();
  useLive("told.changed", useFrame()?.me?.id ?? 0, async () => {
    if (first) revalidate();
  });
}

function AllRead() {
  return (
    <Form method="post" action="/notifications/lecture">
      <Button look="plain">Tout marquer comme lu</Button>
    </Form>
  );
}

function Lines({ id, title, lines, knot }: { id: string; title: string; lines: readonly Line[]; knot: "new" | "event" }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Yarn>
        {lines.map((line) => (
          <YarnItem key={line.id} knot={knot}>
            <YarnText
              title={<Link to={line.to}>{line.sentence}</Link>}
              note={
                <>
                  {line.title} · <TimeStamp instant={line.instant}>{line.when}</TimeStamp>
                </>
              }
            />
          </YarnItem>
        ))}
      </Yarn>
    </section>
  );
}
