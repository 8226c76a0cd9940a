/** Our name of a table -> the file names it has had, without `.csv`. */
const FILES: Record<string, string[]> = {
  organization: ['organizations', 'organization', 'agencies'],
  service: ['services', 'service'],
  location: ['locations', 'location', 'sites'],
  service_at_location: [
    'service_at_location',
    'service_at_locations',
    'services_at_location',
    'services_at_locations',
  ],
  address: ['addresses', 'address', 'physical_addresses', 'physical_address'],
  postal_address: ['postal_addresses', 'postal_address', 'mail_addresses', 'mailing_addresses'],
  phone: ['phones', 'phone'],
  language: ['languages', 'language'],
  cost_option: ['cost_options', 'cost_option'],
  required_document: ['required_documents', 'required_document'],
  service_area: ['service_areas', 'service_area'],
  attribute: [
    'attributes',
    'service_attributes',
    'services_taxonomy',
    'service_taxonomy',
    'other_attributes',
  ],
  taxonomy_term: ['taxonomy_terms', 'taxonomy_term', 'taxonomies', 'taxonomy'],
};

/** HSDS's own fields that begin like the name of their table. */
const KEPT = new Set([
  'address_1',
  'address_2',
  'address_type',
  'location_type',
  'service_areas',
  'service_at_location_id',
]);

export function tableOf(fileName: string): string | undefined {
  const name = fileName
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replaceAll('-', '_');
  return Object.keys(FILES).find((table) => FILES[table]?.includes(name));
}

/**
 * HSDS's name of a column: `service_name` in services.csv -> `name`, `organization_uuid` elsewhere -> `organization_id`,
 * `service_uuid` in services.csv -> `id`.
 */
export function fieldOfColumn(table: string, column: string, columns: string[]): string {
  const name = column
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/uuid$/, 'id');
  if (KEPT.has(name)) return name;
  const prefix = `${table.replace('postal_', '')}_`;
  const bare = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  // a table with both `id` and `service_id` means two things by them
  return bare !== name && columns.some((other) => other.trim().toLowerCase() === bare) ? name : bare;
}
