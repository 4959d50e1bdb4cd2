import { Fragment } from "react";

/** An address that a narrow screen breaks before a sign rather than within a word. */
export function MailAddress({ email }: { email: string }) {
  return email.split(/(?=[@.])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
