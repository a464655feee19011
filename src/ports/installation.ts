/** Small facts about this installation itself, by name; not settings, which come from the environment. */
export interface Installation {
  /** `undefined`: never put. The caller judges the shape: it may have been written by another version. */
  get(key: string): Promise<unknown>;
  put(key: string, value: object): Promise<void>;
}
