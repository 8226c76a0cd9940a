import { MARKS, openFinder, searchFolder } from '@homeward/db/testing/canary';
import type { Browser, Response } from '@playwright/test';

const watched = new Set(MARKS);
const headers: string[] = [];

/** An access number that a test saw: written as people read it and as digits, it must lie open nowhere. */
export function watch(accessNumber: string | undefined): void {
  if (accessNumber === undefined) throw new Error('there is no access number on this page');
  watched.add(accessNumber);
  watched.add(accessNumber.replaceAll(' ', ''));
}

/** From now on keeps the addresses and headers of every answer that pages of this browser get. */
export function keepHeaders(browser: Browser): void {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on('response', (response) => {
      keep(response).catch(() => undefined); // the page went away meanwhile
    });
    return context;
  };
}

async function keep(response: Response): Promise<void> {
  headers.push(response.url(), JSON.stringify(await response.allHeaders()));
}

/** Where a personal value lies open: in what the server wrote, in headers and addresses, in its data folder. */
export async function tracesIn(dataFolder: string, output: string): Promise<string[]> {
  const texts = [...watched];
  const finder = openFinder(texts);
  return [
    ...finder.find(Buffer.from(output)).map((form) => `what the server wrote holds ${form}`),
    ...finder.find(Buffer.from(headers.join('\n'))).map((form) => `a header or address holds ${form}`),
    ...(await searchFolder(dataFolder, texts)),
  ];
}
