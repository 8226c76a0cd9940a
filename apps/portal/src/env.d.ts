declare namespace App {
  interface Locals {
    /** The way to the API, given by the server with each request: in its own process or over the network. */
    api: (request: Request) => Promise<Response>;
    /** This request as the pages see it, set by the middleware. */
    visit: import('./visit/visit.ts').Visit;
  }
}
