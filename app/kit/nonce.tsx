import { createContext, useContext } from "react";

/** The nonce of this answer. The browser hides nonces from scripts, so there it is not known. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = (): string | undefined => useContext(NonceContext);
