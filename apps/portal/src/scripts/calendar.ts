import { type Calendar, createCalendar, Interaction, TimeGrid } from '@event-calendar/core';
import { type CalendarData, type CalendarEntry, shownHours } from '../features/agenda/calendar-data.ts';

// Shows the appointments of the page in a calendar, where there is room for one. Nothing is asked of the server: it has
// written all of it into the page. Dragging fills in a form in a dialog; nothing is moved before somebody has said so there.
const WIDE = '(min-width: 48rem)';
const target = document.querySelector<HTMLElement>('#calendar');
const plain = document.querySelector<HTMLElement>('#plain-agenda');
const dialog = document.querySelector<HTMLDialogElement>('#move');

/** The wall time of a date whose UTC parts are that wall time, as the calendar keeps them. */
const wall = (date: Date): string => date.toISOString().slice(0, 16);

/** What the calendar gives back keeps wall time in its local parts. */
function wallOf(date: Date): string {
  return wall(new Date(date.getTime() - date.getTimezoneOffset() * 60_000));
}

const classOf = ({ status, isUrgent }: CalendarEntry): string[] => [
  `is-${status}`,
  ...(isUrgent ? ['is-urgent'] : []),
];

const isInside = (data: CalendarData, start: string, end: string): boolean =>
  data.hours.some((hours) => hours.start <= start && end <= hours.end);

function spell(data: CalendarData, time: string): string {
  const format = new Intl.DateTimeFormat(data.languageTag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${time}Z`));
}

function ask(data: CalendarData, entry: CalendarEntry, { start, end }: { start: string; end: string }): void {
  const form = dialog?.querySelector('form');
  const reasons = form?.querySelector('fieldset');
  const title = dialog?.querySelector('#move-title');
  if (!dialog || !form || !reasons || !title) return;
  form.action = entry.moveTo;
  for (const [name, value] of [
    ['date', start.slice(0, 10)],
    ['time', start.slice(11)],
  ] as const) {
    const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field) field.value = value;
  }
  reasons.hidden = isInside(data, start, end);
  reasons.disabled = reasons.hidden;
  title.textContent = (dialog.dataset.question ?? '')
    .replace('{reference}', entry.title)
    .replace('{from}', spell(data, entry.start))
    .replace('{to}', spell(data, start));
  dialog.showModal();
}

const TABLE_ROLES = ['table', 'rowgroup', 'row', 'rowheader', 'columnheader', 'cell'];
const TABLE_COUNTS = ['aria-colindex', 'aria-rowindex', 'aria-colcount', 'aria-rowcount', 'aria-colspan'];
const TABLE_PARTS = [
  ...TABLE_ROLES.map((role) => `[role=${role}]`),
  ...TABLE_COUNTS.map((name) => `[${name}]`),
];

/** The calendar calls itself a table, but its entries stand in no row. Without that they are buttons by day, which is true. */
function tellNoTable(element: HTMLElement): void {
  const tell = () => {
    for (const part of element.querySelectorAll(TABLE_PARTS.join())) {
      if (TABLE_ROLES.includes(part.getAttribute('role') ?? '')) part.removeAttribute('role');
      for (const name of TABLE_COUNTS) part.removeAttribute(name);
    }
  };
  new MutationObserver(tell).observe(element, { subtree: true, childList: true });
  tell();
}

function show(element: HTMLElement, data: CalendarData): Calendar {
  const entries = new Map(data.entries.map((entry) => [entry.id, entry]));
  const { from, to } = shownHours(data.entries);
  return createCalendar(element, [TimeGrid, Interaction], {
    view: data.view === 'day' ? 'timeGridDay' : 'timeGridWeek',
    date: data.date,
    firstDay: 1,
    locale: data.languageTag,
    timeZone: data.offset,
    headerToolbar: { start: '', center: '', end: '' },
    allDaySlot: false,
    nowIndicator: true,
    slotMinTime: `${from}:00`,
    slotMaxTime: `${to}:00`,
    slotDuration: '00:30',
    snapDuration: '00:15',
    slotLabelFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    eventTimeFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
    eventStartEditable: true,
    eventDurationEditable: false,
    events: [
      ...data.hours.map((hours, index) => ({
        ...hours,
        id: `hours-${index}`,
        display: 'background' as const,
      })),
      ...data.entries.map((entry) => ({
        id: entry.id,
        start: entry.start,
        end: entry.end,
        title: entry.title,
        startEditable: entry.isMovable,
        classNames: classOf(entry),
      })),
    ],
    eventClick: ({ event }) => {
      const entry = entries.get(String(event.id));
      if (entry) location.assign(entry.href);
    },
    eventDrop: ({ event, revert }) => {
      const entry = entries.get(String(event.id));
      const moved = { start: wallOf(event.start), end: wallOf(event.end) };
      // It goes back to its place at once: it is moved only when the server has said so.
      revert();
      if (entry) ask(data, entry, moved);
    },
  });
}

const text = target?.dataset.calendar;
if (target && plain && text && matchMedia(WIDE).matches) {
  // Written by our own page, in the shape that it says.
  const data: CalendarData = JSON.parse(text);
  plain.hidden = true;
  target.hidden = false;
  show(target, data);
  tellNoTable(target);
  dialog?.querySelector('button[value=keep]')?.addEventListener('click', () => dialog.close());
}
