declare const brand: unique symbol;

/** A type that cannot be forged by writing an object of the same shape. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
