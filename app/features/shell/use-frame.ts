import { useRouteLoaderData } from "@remix-run/react";
import type { FrameData } from "./frame.server";

/** The frame's data, as the root route loaded it; null on a page that failed before. */
export const useFrame = (): FrameData | null => (useRouteLoaderData("root") as FrameData | undefined) ?? null;
