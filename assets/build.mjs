// Builds the page: one HTML file that carries its script and its styles and loads nothing. Beside it, in `parts/`, is a
// script for each file of src/parts, which travels only when a page asks for it.
//   node build.mjs --out <path>

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, parse, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const assets = dirname(fileURLToPath(import.meta.url));
const source = join(assets, "src");

const { values: options } = parseArgs({
  options: { out: { type: "string", default: join(assets, "../desktop_app/page/index.html") } },
});

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: ["chrome111", "safari16.4"],
  legalComments: "eof",
  logLevel: "warning",
};

const [script, style, template] = await Promise.all([
  text(build({ ...common, entryPoints: [join(source, "main.ts")], format: "iife", plugins: [everyComponent()] })),
  text(build({ ...common, entryPoints: [join(source, "styles/main.css")] })),
  readFile(join(source, "index.html"), "utf8"),
]);

const inlineScript = safeInScriptElement(script);
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${createHash("sha256").update(inlineScript).digest("base64")}'`,
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "media-src data: blob:",
  "connect-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const page = fill(template, { policy, style, script: inlineScript });
const out = resolve(options.out);
await mkdir(dirname(out), { recursive: true });
const parts = join(dirname(out), "parts");
await rm(parts, { recursive: true, force: true });
await mkdir(parts);
await Promise.all((await namesIn(join(source, "parts"))).map(buildPart));
await writeFile(out, page);
console.log(`${out}: ${Math.round(page.length / 1000)} kB`);

/** A part runs as a script of its own, and hands over what its file exports by default. */
async function buildPart(name) {
  const contents = `import value from "./${name}.ts";\ndesktopApp.provide(${JSON.stringify(name)}, value);`;
  const script = await text(
    build({
      ...common,
      stdin: { contents, resolveDir: join(source, "parts"), loader: "ts" },
      format: "iife",
      plugins: [styleAsText()],
    }),
  );
  await writeFile(join(parts, `${name}.js`), script);
}

/** Gives a part its style sheets as text, with the fonts in them; of each font the one format that every engine reads. */
function styleAsText() {
  const loader = { ".woff2": "dataurl", ".woff": "empty", ".ttf": "empty" };
  return {
    name: "style-as-text",
    setup(bundle) {
      bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const style = await text(build({ ...common, entryPoints: [path], loader }));
        return { contents: style, loader: "text" };
      });
    },
  };
}

async function namesIn(directory) {
  return (await readdir(directory)).filter((file) => file.endsWith(".ts")).map((file) => parse(file).name).sort();
}

/** Gives `import components from "every-component"`: each file of src/components under its kind, the file's name. */
function everyComponent() {
  const directory = join(source, "components");
  return {
    name: "every-component",
    setup(bundle) {
      bundle.onResolve({ filter: /^every-component$/ }, (request) => ({ path: request.path, namespace: "every-component" }));
      bundle.onLoad({ filter: /.*/, namespace: "every-component" }, async () => {
        const kinds = await namesIn(directory);
        const imports = kinds.map((kind, index) => `import component${index} from "./${kind}.ts";`);
        const entries = kinds.map((kind, index) => `[${JSON.stringify(kind)}, component${index}]`);
        return { contents: `${imports.join("\n")}\nexport default new Map([${entries.join(", ")}]);`, resolveDir: directory };
      });
    },
  };
}

async function text(result) {
  const { outputFiles } = await result;
  if (outputFiles.length !== 1) throw new Error("The page must build into one script and one stylesheet.");
  return outputFiles[0].text.trim();
}

/** The same script, without the two character sequences that would end or confuse an inline script element. */
function safeInScriptElement(code) {
  return code.replace(/<(?=\/script|!--)/gi, "\\x3c");
}

function fill(html, parts) {
  return html.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}
