// Turns a JSON Schema on standard input into TypeScript types on standard output: `make types`.

import { text } from "node:stream/consumers";
import { compile } from "json-schema-to-typescript";

const types = await compile(JSON.parse(await text(process.stdin)), "Everything", {
  additionalProperties: false,
  bannerComment: "/** Generated from the Python models by `make types`; do not edit. */",
  maxItems: -1,
  unreachableDefinitions: true,
});
const references = /^ \*(\n \*)? This interface was referenced by .*\n \* via the `definition` .*\n/gm;
process.stdout.write(types.replace(references, "").replace(/^\/\*\*\n \*\/\n/gm, "").replace("export interface Everything {}\n", ""));
