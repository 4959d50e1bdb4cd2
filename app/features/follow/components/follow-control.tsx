import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { followPath, type FollowLevel } from "../model";

/** Whether one is told of what is written in a thread, and the button for the contrary. */
export function FollowControl({ threadId, follow }: { threadId: number; follow: FollowLevel }) {
  const following = follow === "following";
  return (
    <Form method="post" action={followPath(threadId)} className="row">
      <FormKey name="suivi" />
      <input type="hidden" name="niveau" value={following ? "muted" : "following"} />
      <span>{following ? "Vous suivez cette discussion." : "Vous ne suivez pas cette discussion."}</span>
      <Button look="quiet" small>
        {following ? "Ne plus suivre" : "Suivre"}
      </Button>
    </Form>
  );
}
