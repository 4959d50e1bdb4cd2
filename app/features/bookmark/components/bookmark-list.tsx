import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Pager } from "~/ui/pager";
import { TimeStamp } from "~/ui/time-stamp";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import type { bookmarksPage } from "../pages.server";

type Bookmarks = Awaited<ReturnType<typeof bookmarksPage>>;

/** What one wants to find again, the latest first. */
export function BookmarkList({ bookmarks, older }: Bookmarks) {
  if (bookmarks.length === 0) {
    return <EmptyState>Les messages que vous voulez retrouver se gardent ici, d’un geste, à partir de leur page. Il n’y en a pas encore.</EmptyState>;
  }
  return (
    <>
      <Yarn label="Mes signets">
        {bookmarks.map(({ messageId, to, forget, title, author, excerpt, when, instant }) => (
          <YarnItem key={messageId}>
            <YarnText
              title={<a href={to}>{title}</a>}
              note={
                <>
                  {author} · gardé <TimeStamp instant={instant}>{when}</TimeStamp>
                  <br />
                  {excerpt}
                </>
              }
              act={
                <Form method="post" action={forget}>
                  <FormKey name={`bookmark-${messageId}`} />
                  <input type="hidden" name="etat" value="non" />
                  <Button look="quiet" small>
                    Retirer<span className="visually-hidden"> le message de {author} de mes signets</span>
                  </Button>
                </Form>
              }
            />
          </YarnItem>
        ))}
      </Yarn>
      <Pager label="Autres signets" {...(older ? { older: { to: older, label: "Signets plus anciens" } } : {})} />
    </>
  );
}
