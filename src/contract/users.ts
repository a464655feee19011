import { z } from "zod";
import { ROLES } from "../../campaigns/role.ts";
import { id, idParams, instant, pageOf, pageQuery } from "./common.ts";
import { route } from "./route.ts";
import { newPassword } from "./session.ts";

export const user = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    createdAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({ id: "User" });

const name = z.string().trim().min(1).max(200);
const email = z.email().max(320);
const tag = "Users";

export const userRoutes = {
  listUsers: route({
    method: "get",
    path: "/v1/users",
    tag,
    summary: "People who can log in",
    may: "manage-accounts",
    query: pageQuery,
    response: { status: 200, about: "A page of users, oldest first", schema: pageOf(user).meta({ id: "UserPage" }) },
    errors: [],
  }),
  createUser: route({
    method: "post",
    path: "/v1/users",
    tag,
    summary: "Add a person; without a password one is made and shown in this answer only",
    may: "manage-accounts",
    body: z.strictObject({ email, name, role: z.enum(ROLES), password: newPassword.optional() }).meta({ id: "NewUser" }),
    response: {
      status: 201,
      about: "Added",
      schema: user
        .extend({ password: z.string().nullable().meta({ description: "The generated password; null when one was given" }) })
        .meta({ id: "AddedUser" }),
    },
    errors: [409],
    audit: "user",
  }),
  editUser: route({
    method: "patch",
    path: "/v1/users/{id}",
    tag,
    summary: "Change a person's name or role, set a password, or disable them; their sessions end unless only the name changes",
    may: "manage-accounts",
    params: idParams,
    body: z
      .strictObject({
        name: name.optional(),
        role: z.enum(ROLES).optional(),
        password: newPassword.optional(),
        disabled: z.boolean().optional(),
      })
      .refine((changes) => Object.values(changes).some((value) => value !== undefined), "at least one change")
      .meta({ id: "UserChanges" }),
    response: { status: 200, about: "Changed", schema: user },
    errors: [404, 409],
    audit: "user",
  }),
};
