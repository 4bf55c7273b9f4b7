import { cpp } from "@codemirror/lang-cpp";
import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { markdown } from "@codemirror/lang-markdown";
import { python } from "@codemirror/lang-python";
import { Cassandra, MariaSQL, MSSQL, MySQL, PLSQL, PostgreSQL, sql, SQLite, type SQLDialect } from "@codemirror/lang-sql";
import { yaml } from "@codemirror/lang-yaml";
import { indentUnit, StreamLanguage, type StreamParser } from "@codemirror/language";
import { dockerFile } from "@codemirror/legacy-modes/mode/dockerfile";
import { jinja2 } from "@codemirror/legacy-modes/mode/jinja2";
import { r } from "@codemirror/legacy-modes/mode/r";
import { shell } from "@codemirror/legacy-modes/mode/shell";
import { esper, gpSQL, gql, hive, sparkSQL } from "@codemirror/legacy-modes/mode/sql";
import { stex } from "@codemirror/legacy-modes/mode/stex";
import type { Extension } from "@codemirror/state";

const stream = (parser: StreamParser<unknown>) => (): Extension => StreamLanguage.define(parser);
const dialect = (dialect: SQLDialect) => (): Extension => sql({ dialect });

const LANGUAGES: Record<string, () => Extension> = {
  python: () => [python(), indentUnit.of("    ")], // as PEP 8 has it
  c: cpp,
  cpp,
  markdown,
  latex: stream(stex),
  json,
  html,
  css,
  javascript: () => javascript({ jsx: true }),
  jinja2: stream(jinja2),
  typescript: () => javascript({ jsx: true, typescript: true }),
  yaml,
  dockerfile: stream(dockerFile),
  shell: stream(shell),
  r: stream(r),
  sql,
  "sql-msSQL": dialect(MSSQL),
  "sql-mySQL": dialect(MySQL),
  "sql-mariaDB": dialect(MariaSQL),
  "sql-sqlite": dialect(SQLite),
  "sql-cassandra": dialect(Cassandra),
  "sql-plSQL": dialect(PLSQL),
  "sql-hive": stream(hive),
  "sql-pgSQL": dialect(PostgreSQL),
  "sql-gql": stream(gql),
  "sql-gpSQL": stream(gpSQL),
  "sql-sparkSQL": stream(sparkSQL),
  "sql-esper": stream(esper),
};

export function languageOf(name: string | null): Extension {
  return name === null ? [] : (LANGUAGES[name]?.() ?? []);
}
