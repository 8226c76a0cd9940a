import { ApiCall } from './api-call.ts';
import { HomewardError } from './errors.ts';
import type { Course, CourseBody, Job, JobBody, Organisation, Service, ServiceBody } from './listing.ts';
import { Listings } from './listings.ts';
import { environment, type HomewardOptions, isBrowser, type RequestOptions } from './options.ts';
import { createSend } from './transport.ts';

/**
 * The client of a Homeward portal. Nothing is sent, and the key is not looked at, before the first request.
 *
 * ```ts
 * const homeward = new Homeward({ baseUrl: 'https://portal.example.org', apiKey: process.env.HOMEWARD_API_KEY });
 * await homeward.services.upsert('clinic-7', { … });
 * ```
 */
export class Homeward {
  readonly services: Listings<ServiceBody, Service>;
  readonly courses: Listings<CourseBody, Course>;
  readonly jobs: Listings<JobBody, Job>;
  readonly organisation: { get(options?: RequestOptions): ApiCall<Organisation> };

  constructor(options: HomewardOptions = {}) {
    if (isBrowser() && options.dangerouslyAllowBrowser !== true) {
      throw new HomewardError(
        'An API key in a browser is everybody’s key: call Homeward from your server, or pass `dangerouslyAllowBrowser: true`.',
      );
    }
    const send = createSend({
      ...options,
      apiKey: options.apiKey ?? environment('HOMEWARD_API_KEY'),
      baseUrl: options.baseUrl ?? environment('HOMEWARD_BASE_URL'),
    });
    this.services = new Listings(send, '/v1/services');
    this.courses = new Listings(send, '/v1/courses');
    this.jobs = new Listings(send, '/v1/jobs');
    this.organisation = {
      get: (options) =>
        new ApiCall(send<Organisation>({ method: 'GET', template: '/v1/organisation' }, options)),
    };
  }
}
