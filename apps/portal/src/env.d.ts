declare namespace App {
  interface Locals {
    /** The way to the API, given by the server with each request: in its own process or over the network. */
    api: (request: Request) => Promise<Response>;
    /** Where the portal is (`PUBLIC_URL`), for addresses on paper: what a request says of its host is anybody's word. */
    origin: string;
    /** This request as the pages see it, set by the middleware. */
    visit: import('./visit/visit.ts').Visit;
  }
}
