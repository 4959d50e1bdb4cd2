import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once scripts run: what only works with them is shown from then on. */
export const useHydrated = (): boolean => useSyncExternalStore(never, () => true, () => false);
