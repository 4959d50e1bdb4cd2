import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { asVisitor } from "~/kit/guard.server";
import { frameOf } from "~/features/shell/frame.server";
import { FaultPage, faultTitle } from "~/features/shell/components/fault-page";
import { keepPage } from "~/features/shell/components/keep-text";
import { useNonce } from "~/kit/nonce";
import sheet from "~/ui/styles/app.css?url";

/** Where the style sheet is, for the pages made without React. */
export const stylesheet = sheet;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: sheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [{ title: error ? faultTitle(error) : "Le Fil" }];

export const loader = asVisitor("the frame around every page, public ones included", async ({ actor }) => frameOf(actor));

export const shouldRevalidate = keepPage;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang="fr-CA">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <FaultPage error={useRouteError()} />;
}
