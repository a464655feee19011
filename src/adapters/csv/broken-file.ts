import type { FileBreak } from "../../ports/contact-file.ts";

/** Thrown inside this folder to leave the pipeline; contact-file.ts hands `detail` on as a value. */
export class BrokenFile extends Error {
  readonly detail: FileBreak;
  constructor(detail: Omit<FileBreak, "kind">) {
    super(detail.code);
    this.name = "BrokenFile";
    this.detail = { kind: "break", ...detail };
  }
}
