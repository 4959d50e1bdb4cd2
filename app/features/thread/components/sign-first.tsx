import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** In place of the box, for those whose days to sign the charter are over. */
export function SignFirst({ what }: { what: string }) {
  return (
    <Notice tone="honey" title={`Pour ${what}, signez d’abord la Charte`} acts={<ButtonLink small to="/charte/signature">Lire et signer</ButtonLink>}>
      <p>Vous pouvez toujours tout lire. Si vous avez commencé un brouillon, il est conservé.</p>
    </Notice>
  );
}
