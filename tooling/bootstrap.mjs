import { buildPortal, isPortalBuilt } from './build-portal.mjs';
import { hasPackages, installPackages } from './ensure-packages.mjs';
import { findNode } from './find-node.mjs';
import { say } from './run.mjs';

/**
 * Brings what a fresh clone lacks: the packages, and the Node that runs Homeward.
 * @param {(step: number) => string} count writes the number before a step
 * @returns {Promise<string>} path of that Node
 */
export async function bringPackages(count) {
  const present = hasPackages();
  await say(`${count(1)}packages`, present ? '' : 'installing', async () => {
    if (present) return 'present';
    await installPackages();
    return 'installed';
  });
  let node;
  await say(`${count(2)}Node`, '', async () => {
    node = findNode();
    return node.version;
  });
  return node.path;
}

/** Builds the portal when its sources changed since the last build. */
export async function bringPortal(node, count) {
  const built = isPortalBuilt();
  await say(`${count(3)}portal`, built ? '' : 'building', async () => {
    if (built) return 'built before, nothing changed';
    await buildPortal(node);
    return 'built';
  });
}
