/** Handlebars' parser with its white space control: a text in, its syntax tree out; without the compiler and the runtime. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  import 'handlebars'

  export function parse(text: string): hbs.AST.Program
}
