import { useLoaderData } from "@remix-run/react";
import { findShowcaseView } from "~/features/demo/queries.server";
import { asVisitor } from "~/kit/guard.server";
import { Showcase } from "~/ui/showcase";

export const loader = asVisitor("the demo shows its design system to anybody; elsewhere it does not exist", async ({ request }) => ({
  view: findShowcaseView(request),
}));

export const meta = () => [{ title: "Interface – Le Fil" }];

export default function Interface() {
  const { view } = useLoaderData<typeof loader>();
  return <Showcase view={view} />;
}
