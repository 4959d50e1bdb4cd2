type TimeStampProps = {
  /** The instant, ISO 8601 in UTC, for machines. */
  instant: string;
  /** The same, formatted on the server. */
  children: string;
  title?: string;
};

/** A date in words that the server chose: browsers' tables differ. */
export function TimeStamp({ instant, children, title }: TimeStampProps) {
  return (
    <time className="time" dateTime={instant} title={title}>
      {children}
    </time>
  );
}
