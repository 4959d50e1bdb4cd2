import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button } from "~/ui/button";
import { Pager } from "~/ui/pager";
import { transferPath } from "../model";
import type { TransferData } from "./transfer-view";

type Page = Extract<TransferData, { state: "texts" }>;

/** The texts of the group, each with its box. What is not ticked is not brought over. */
export function TextsChoice({ page: { id, texts, kept, others, page, pages } }: { page: Page }) {
  const path = transferPath(id);
  return (
    <>
      <p>
        {kept}.{others > 0 ? " Ceux d’autres personnes paraîtront sans leur nom." : ""}
        {pages > 1 ? ` Page ${page + 1} de ${pages}.` : ""}
      </p>
      <Form method="post" action={`${path}/choix`} key={page}>
        <FormKey name="choix" />
        <input type="hidden" name="page" value={page} />
        <ul className="archive-picks" role="list">
          {texts.map((text) => (
            <Pick key={text.id} text={text} />
          ))}
        </ul>
        <Acts>
          {page + 1 < pages ? (
            <>
              <Button name="suite" value="page">
                Garder ces choix et voir la suite
              </Button>
              <Button look="plain" name="suite" value="apercu">
                Aller à l’aperçu
              </Button>
            </>
          ) : (
            <Button name="suite" value="apercu">
              Garder ces choix et voir l’aperçu
            </Button>
          )}
        </Acts>
      </Form>
      <Pager
        label="Autres textes"
        {...(page > 0 ? { older: { to: `${path}?page=${page - 1}`, label: "Page précédente" } } : {})}
        {...(page + 1 < pages ? { newer: { to: `${path}?page=${page + 1}`, label: "Page suivante, sans enregistrer" } } : {})}
      />
    </>
  );
}

function Pick({ text: { id, kind, when, body, own, kept, under } }: { text: Page["texts"][number] }) {
  const box = `garde-${id}`;
  return (
    <li className={under ? "archive-pick archive-under" : "archive-pick"}>
      <input type="hidden" name="montres" value={id} />
      <div className="choice">
        <input type="checkbox" name="garde" id={box} value={id} defaultChecked={kept} aria-describedby={`${box}-texte`} />
        <span>
          <label htmlFor={box}>
            {kind === "post" ? "Publication" : under ? "Commentaire dessous" : "Commentaire"} du {when}
          </label>
          {own ? null : <span className="choice-hint">D’une autre personne</span>}
        </span>
      </div>
      <p className="archive-pick-text archive-plain" id={`${box}-texte`}>
        {body}
      </p>
    </li>
  );
}
