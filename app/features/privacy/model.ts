/**
 * The version of the privacy notice that people accept; it is the day it was
 * written, and changes with every change of meaning in components/notice.tsx.
 */
export const PRIVACY_NOTICE_VERSION = "2026-11-24";

/** Noon, so that the day is the same in every time zone of the country. */
export const PRIVACY_NOTICE_DATE = new Date(`${PRIVACY_NOTICE_VERSION}T17:00:00Z`);
