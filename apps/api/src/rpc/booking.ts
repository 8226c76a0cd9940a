import {
  bookAppointment,
  cancelAppointment,
  getAppointmentForCounsellor,
  getMyAppointment,
  holdTime,
  listAgenda,
  listMyAppointments,
  listOutsideHours,
  markAppointmentSeen,
  markAttendance,
  stopSeeing,
} from '@homeward/core/booking';
import { asMutation, asQuery, router } from './trpc.ts';

export const booking = router({
  book: asMutation(bookAppointment),
  hold: asMutation(holdTime),
  cancel: asMutation(cancelAppointment),
  listMine: asQuery(listMyAppointments),
  getMine: asQuery(getMyAppointment),
  agenda: asQuery(listAgenda),
  outsideHours: asQuery(listOutsideHours),
  getForCounsellor: asQuery(getAppointmentForCounsellor),
  markAttendance: asMutation(markAttendance),
  markSeen: asMutation(markAppointmentSeen),
  stopSeeing: asMutation(stopSeeing),
});
