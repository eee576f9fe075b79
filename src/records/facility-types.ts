/** The kinds of facility that a register tells apart. */
export const FACILITY_TYPES = [
  'embassy',
  'consular-section',
  'residence',
  'private-residence',
  'mission-vehicle',
  'consulate-general',
  'consulate',
  'vice-consulate',
  'consular-agency',
  'honorary-consulate',
  'permanent-mission',
  'delegation',
  'cultural-institute',
  'commercial',
  'civilian'
] as const
