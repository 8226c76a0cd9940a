export { hostMeeting } from './host-meeting.ts';
export { joinMeeting } from './join-meeting.ts';
export { presentRoom } from './present-room.ts';
