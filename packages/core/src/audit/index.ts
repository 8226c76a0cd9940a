export type { Anchor, AuditAnchors } from './audit-anchors.ts';
export { keepAnchor } from './keep-anchor.ts';
export { type AuditFault, type AuditReport, verifyChain } from './verify-chain.ts';
