export { confirmSafeContact } from './confirm-safe-contact.ts';
export { type ConfirmedContact, type Contact, type ContactDecision, decideContact } from './contact-rules.ts';
export { findContactInEmergency } from './find-contact-in-emergency.ts';
export { findUsableContact } from './find-usable-contact.ts';
export { getMySafeContact } from './get-my-safe-contact.ts';
export { removeSafeContact } from './remove-safe-contact.ts';
export { setSafeContact } from './set-safe-contact.ts';
export { undoContactChange } from './undo-contact-change.ts';
