/** Where the chain ended at a moment, kept where whoever can change the database can't change it. */
export interface Anchor {
  seq: number;
  /** sha-256 of the last row, in hex. */
  hash: string;
  /** Instant. */
  at: string;
}

/** A place outside the database that can be added to: a file, an object store. */
export interface AuditAnchors {
  /** Settles when the anchor is kept for good. */
  append(anchor: Anchor): Promise<void>;
  /** The anchors that are kept at the time of the call, the oldest first. */
  read(): Promise<AsyncIterable<Anchor>>;
}
