import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The statements that would turn the database of `address` into what `schema` says: empty when they are the same. */
export async function differences(address: string, schema: string): Promise<string> {
  load();
  const pool = new pg.Pool({ connectionString: address });
  const files = [{ path: "schema.prisma", content: schema }];
  const { SchemaEngine } = engine as unknown as { SchemaEngine: Constructor };
  const running = await SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    adapterFor(pool),
  );
  const { stdout } = await running.diff({
    from: { tag: "schemaDatasource", files, configDir: "." },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: NO_FILTER,
    shadowDatabaseUrl: null,
  });
  running.free();
  await pool.end();
  return stdout ?? "";
}

/** PostgreSQL's catalogue has a one-byte type "char", which the adapter does not know and the engine asks for. */
const [ONE_BYTE, TEXT] = [18, 25];

/** An adapter that has such columns read as text and hands them on as what they are. */
function adapterFor(pool: pg.Pool) {
  const oneByte = new Map<string, number[]>();
  const query = pool.query.bind(pool) as (wish: pg.QueryConfig) => Promise<pg.QueryResult>;
  Object.assign(pool, {
    query: async (wish: pg.QueryConfig) => {
      const result = await query(wish);
      oneByte.set(
        wish.text,
        result.fields.flatMap(({ dataTypeID }, at) => (dataTypeID === ONE_BYTE ? at : [])),
      );
      for (const field of result.fields) if (field.dataTypeID === ONE_BYTE) field.dataTypeID = TEXT;
      return result;
    },
  });
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const connect = async () => {
    const connection = await adapter.connect();
    if (!connection.ok) return connection;
    const { queryRaw } = connection.value;
    const read: typeof queryRaw = async (wish) => {
      const answer = await queryRaw(wish);
      if (answer.ok)
        for (const at of oneByte.get(wish.sql) ?? []) answer.value.columnTypes[at] = ColumnTypeEnum.Character;
      return answer;
    };
    return { ...connection, value: { ...connection.value, queryRaw: read } };
  };
  return { ...adapter, connect };
}

/** Its constructor is a static method of that name. */
type Constructor = { readonly new: (settings: object, log: () => void, adapter: object) => Promise<Engine> };
type Engine = { diff(params: object): Promise<{ stdout: string | null }>; free(): void };

let isLoaded = false;

/** The package expects a bundler that loads WebAssembly; Node is told here. Its memory is one for all, so once. */
function load(): void {
  if (isLoaded) return;
  const path = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {
    "./schema_engine_bg.js": engine,
  });
  const { __wbg_set_wasm: set } = engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  set(exports);
  (exports.__wbindgen_start as () => void)();
  isLoaded = true;
}
