/** A style sheet that a part carries as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
