/** A process that starts the private server of a folder, says its port and stays, or stops it again when told "stop". */
import { startEmbeddedPostgres } from "../../../src/adapters/postgres/embedded.ts";

const [dataDir = "", wish = "stay"] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" } });
process.stdout.write(`port ${server.port} adopted ${server.adopted} uid ${process.getuid?.()}\n`);
if (wish === "stop") await server.stop();
else setInterval(() => undefined, 60_000);
