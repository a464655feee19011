export type Door = { opened: Promise<void>; open(): void };

/** Something that is held back until the test lets it go. */
export function aDoor(): Door {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((settle) => {
    open = settle;
  });
  return { opened, open };
}
