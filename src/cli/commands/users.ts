import type { Command } from "commander";
import { ROLES, type Role } from "../../../campaigns/role.ts";
import { withHouse } from "../house.ts";
import { at, drawTable, show } from "../output.ts";
import { email, oneOf, title, wholeNumber } from "../parse.ts";
import { orFail } from "../refusal.ts";

export function addUsers(program: Command): void {
  const users = program.command("users").description("people who can log in");
  users
    .command("add")
    .description("add a person; the password is made and shown once")
    .requiredOption("--email <address>", "signs in with it", email)
    .requiredOption("--name <name>", "shown to the others", title)
    .requiredOption("--role <role>", ROLES.join(", "), oneOf(ROLES))
    .option("--json", "as JSON")
    .action((options: { email: string; name: string; role: Role; json?: boolean }) =>
      withHouse(async ({ services }) => {
        const { name, role } = options;
        const { user, password } = orFail(await services.createUser({ email: options.email, name, role }), `add ${options.email}`);
        show(options, { json: { ...user, password }, text: `Added ${user.email} (${user.role}). Password, shown this once: ${password}` });
      }),
    );
  users
    .command("list")
    .description("show who can log in")
    .option("--limit <n>", "how many", wholeNumber(1, 1_000), 100)
    .option("--json", "as JSON")
    .action((options: { limit: number; json?: boolean }) =>
      withHouse(async ({ stores }) => {
        const page = await stores.users.page({ after: null, limit: options.limit });
        const rows = page.items.map((user) => [user.id, user.email, user.name, user.role, at(user.createdAt), at(user.disabledAt)]);
        show(options, { json: page.items, text: drawTable({ columns: ["id", "email", "name", "role", "since", "disabled"], rows }) });
      }),
    );
}
