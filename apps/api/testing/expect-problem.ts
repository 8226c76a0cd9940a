import type { ErrorCode, InputIssue } from '@homeward/contracts/error-code';
import { expect } from 'vitest';

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  requestId: string;
  issues?: InputIssue[];
}

/** The answer is a whole problem document, with nothing of our inside in it. Gives it back without what differs each time. */
export async function expectProblem(
  answer: Response | Promise<Response>,
  status: number,
  code: ErrorCode,
): Promise<Omit<Problem, 'requestId'>> {
  const response = await answer;
  const text = await response.text();
  expect(response.status, text).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(text).not.toMatch(/stack|node_modules|\.ts\b|\bat \w+ \(|zod|kysely|SELECT |INSERT |constraint/i);
  const { requestId, ...problem } = JSON.parse(text) as Problem;
  expect(requestId).toBe(response.headers.get('x-request-id'));
  expect(problem).toEqual({
    type: `/docs/errors/${code}`,
    title: expect.stringMatching(/./),
    status,
    detail: expect.stringMatching(/./),
    code,
    ...(problem.issues === undefined ? {} : { issues: problem.issues }),
  });
  return problem;
}
