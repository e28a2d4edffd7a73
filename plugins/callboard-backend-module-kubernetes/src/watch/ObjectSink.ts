/** What is known of any object while it is watched. */
export interface SeenObject {
  readonly uid: string;
  readonly resourceVersion: string;
}

/** Where the objects of a watch go. */
export interface ObjectSink<T extends SeenObject = SeenObject> {
  /** Reads an object; undefined where it is malformed, which is counted. */
  read(json: unknown): T | undefined;
  /** It is new, or it changed. */
  put(object: T): void;
  /** It is gone. */
  remove(uid: string): void;
}
