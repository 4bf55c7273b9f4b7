/** The bundle's own module: each file of `components/`, under the kind that is its name. See `build.mjs`. */
declare module "every-component" {
  const components: ReadonlyMap<string, import("./component.ts").Component<object>>;
  export default components;
}
