import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["dist/**", "node_modules/**"],
    globalSetup: ["test/support/global-setup.ts"],
    pool: "forks",
    // Each file has a database of its own, so files may run side by side; two suit the smallest build machines.
    maxWorkers: 2,
    // Of the tests that run side by side within a file: each is a whole house of processes.
    maxConcurrency: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
});
