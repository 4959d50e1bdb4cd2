import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, type FormEvent, type RefObject } from "react";
import type { Problem } from "~/kit/errors";
import type { DraftKeeper } from "~/features/draft/components/draft-keeper";

type Options = { action: string; keeper: RefObject<DraftKeeper>; problem: Problem | undefined; published: () => void };

/** Publishing by script: drafts are held back meanwhile, and the box is emptied once the message is out, never before. */
export function usePublishing({ action, keeper, problem, published }: Options): { pending: boolean; onSubmit: (event: FormEvent<HTMLFormElement>) => void } {
  const navigation = useNavigation();
  const pending = navigation.state !== "idle" && navigation.formMethod === "POST" && navigation.formAction === action;
  const was = useRef(false);
  const latest = useRef({ problem, published });
  useEffect(() => {
    latest.current = { problem, published };
  });
  useEffect(() => {
    if (pending) {
      was.current = true;
      return;
    }
    if (!was.current) return;
    was.current = false;
    if (latest.current.problem) keeper.current?.resume();
    else latest.current.published();
  }, [pending, keeper]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    if (submitter?.hasAttribute("formaction")) return;
    const kept = keeper.current;
    if (!kept) return;
    if (!kept.busy) return void kept.hold();
    // A save under way would come after the publishing and bring the draft back: it goes first.
    event.preventDefault();
    const form = event.currentTarget;
    void kept.hold().then(() => form.requestSubmit(submitter));
  };
  return { pending, onSubmit };
}
