/** The longest that someone is a guest, in days; then they are asked again. */
export const MOST_DAYS = 120;

/** Guests asked by one person in an hour: enough for a panel, too few for a list of addresses. */
export const GUESTS_PER_HOUR = 30;
