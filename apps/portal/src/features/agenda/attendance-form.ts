import { MarkAttendance } from '@homeward/contracts/booking';

type Attendance = (typeof MarkAttendance)['shape']['status']['options'][number];

/** What the pressed button says of an appointment; undefined for none of the three. */
export function readAttendanceForm(form: URLSearchParams): Attendance | undefined {
  const parsed = MarkAttendance.shape.status.safeParse(form.get('status'));
  return parsed.success ? parsed.data : undefined;
}
