/** A visit to a video room. Nothing in it says who comes. */
export interface RoomVisit {
  /** Without meaning, and the same for everybody who is to meet there. */
  room: string;
  /** May let others in and end the meeting. */
  moderator: boolean;
  /** The door is open between these; milliseconds since the epoch. */
  opensAt: number;
  closesAt: number;
}

/** Where people meet by video: a server that the operator runs. */
export interface Meet {
  /** `https://host`, without a path. */
  origin: string;
  /** An address that lets whoever opens it into the room, while it is open. Made when it is asked for; kept nowhere. */
  enter(visit: RoomVisit): Promise<string>;
}
